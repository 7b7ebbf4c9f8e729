import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { Clock } from '../clock/clock.js';
import { surrounding } from '../context/request-context.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { SecretKeys } from '../security/secret-keys.js';
import { CHAIN_START, chainText, headText } from './audit-chain.rules.js';
import { AuditChainRepository } from './audit-chain.repository.js';
import type { AuditEvent, AuditPersonalRow, AuditState } from './audit.types.js';

/** Stands in the chain for whoever acted, when that is personal: the name is in the personal table. */
const SOMEBODY = 'somebody';

/** The journal's only door: who did what, when, chained so that nothing can be altered unseen. */
@Injectable()
export class AuditTrail {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SecretKeys) private readonly keys: SecretKeys,
    @Inject(AuditChainRepository) private readonly chain: AuditChainRepository,
  ) {}

  /** Adds an entry, in the transaction of the write that it tells: both are kept, or neither. */
  record(event: AuditEvent): Promise<void> {
    const { requestId, address, actor } = surrounding();
    return this.unitOfWork.write(async () => {
      const head = (await this.chain.head()) ?? { entryId: 0, hash: CHAIN_START };
      const id = head.entryId + 1;
      const details = event.personal?.details ?? null;
      const isPersonal = event.actorIsPersonal ?? false;
      const facets = [
        details === null && !isPersonal
          ? null
          : facet(id, 'details', event, { ...(isPersonal ? { actor } : {}), ...details }),
        // An address is worth keeping where somebody came to the door; elsewhere the request's number leads to it.
        address === null || event.personal == null ? null : facet(id, 'address', event, { address }),
      ].filter((one) => one !== null);
      const digestOf = (name: AuditPersonalRow['facet']): string | null => {
        const row = facets.find((one) => one.facet === name);
        return row === undefined ? null : personalDigest(row.salt ?? '', row.content);
      };
      const row = {
        id,
        at: this.clock.instant(),
        actor: isPersonal ? SOMEBODY : actor,
        action: event.action,
        subject: event.subject,
        before: jsonOf(event.before),
        after: jsonOf(event.after),
        requestId,
        detailsDigest: digestOf('details'),
        addressDigest: digestOf('address'),
        previousHash: head.hash,
      };
      const hash = createHash('sha256').update(chainText(row)).digest('hex');
      const mac = this.keys.mac('audit', headText(id, hash));
      await this.chain.append({ ...row, hash }, facets, { entryId: id, hash, mac });
    });
  }
}

/** The digest that the chain keeps of a personal facet. */
export const personalDigest = (salt: string, content: string): string =>
  createHash('sha256').update(`${salt}:${content}`).digest('hex');

function facet(
  entryId: number,
  name: AuditPersonalRow['facet'],
  event: AuditEvent,
  content: AuditState,
): AuditPersonalRow {
  // Without a salt of its own, a purged address could be found again by trying them all.
  const salt = randomBytes(16).toString('hex');
  const personId = event.personal?.personId ?? null;
  return { entryId, facet: name, personId, content: JSON.stringify(content), salt };
}

const jsonOf = (state: AuditState | null | undefined): string | null =>
  state == null ? null : JSON.stringify(state);
