import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Clock } from '../clock/clock.js';
import { surrounding } from '../context/request-context.js';
import { BOOKKEEPING, UnitOfWork } from '../database/unit-of-work.js';
import { SecretKeys } from '../security/secret-keys.js';
import { sameText } from '../security/secrets.js';
import { CHAIN_START, headText, keepable } from './audit-chain.rules.js';
import { AuditChainRepository } from './audit-chain.repository.js';
import { personalDigest, rowHash } from './audit-digest.js';
import type { AuditEvent, AuditPersonalRow, AuditState, Facet } from './audit.types.js';

/** Stands in the chain for whoever acted, when that is personal: the name is in the personal table. */
export const SOMEBODY = 'somebody';

/** In place of a signature, once the end of the chain was not ours. */
const UNSIGNED = 'unsigned';

/** What makes the first account and what tells it are one transaction, which lasts less. */
const FIRST_STEPS_MS = 60_000;

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
      const head = await this.end();
      const id = head.entryId + 1;
      const personal = personalRows(id, event, { actor, address });
      const digestOf = (name: Facet): string | null => {
        const row = personal.find(({ facet }) => facet === name);
        return row === undefined ? null : personalDigest(row);
      };
      const row = {
        id,
        at: this.clock.instant(),
        actor: event.actorIsPersonal === true ? SOMEBODY : keepable(actor),
        action: keepable(event.action),
        subject: event.subject === null ? null : keepable(event.subject),
        before: jsonOf(event.before),
        after: jsonOf(event.after),
        requestId: requestId === null ? null : keepable(requestId),
        detailsDigest: digestOf('details'),
        addressDigest: digestOf('address'),
        previousHash: head.hash,
      };
      const hash = rowHash(row);
      const mac = head.isGenuine ? this.keys.mac('audit', headText(id, hash)) : UNSIGNED;
      await this.chain.append({ ...row, hash }, personal, { entryId: id, hash, mac });
    }, BOOKKEEPING);
  }

  /**
   * What the next row follows. A head that other hands wrote or removed must not be signed by the next entry, which
   * would make their chain ours: writing goes on after the last row, and the end stays unsigned for `copil verify`.
   */
  private async end(): Promise<{ entryId: number; hash: string; isGenuine: boolean }> {
    const head = await this.chain.head();
    if (head !== null && sameText(this.keys.mac('audit', headText(head.entryId, head.hash)), head.mac)) {
      return { ...head, isGenuine: true };
    }
    const last = await this.chain.lastRow();
    if (last !== null) return { ...last, isGenuine: false };
    // Its first entry may come with the first account; an older account means that there were entries before.
    const justNow = new Date(this.clock.now().getTime() - FIRST_STEPS_MS).toISOString();
    const isGenuine = head === null && !(await this.chain.knewPeopleBefore(justNow));
    return { entryId: 0, hash: CHAIN_START, isGenuine };
  }
}

/**
 * What stands apart from the chain. An address is worth keeping where somebody came to the door; elsewhere the
 * request's number leads to it.
 */
function personalRows(
  entryId: number,
  { personal = null, actorIsPersonal = false }: AuditEvent,
  { actor, address }: { actor: string; address: string | null },
): AuditPersonalRow[] {
  const rows: AuditPersonalRow[] = [];
  const add = (facet: Facet, content: AuditState): void => {
    // Without a salt of its own, a purged address could be found again by trying them all.
    const salt = randomBytes(16).toString('hex');
    rows.push({
      entryId,
      facet,
      personId: personal?.personId ?? null,
      content: JSON.stringify(content),
      salt,
    });
  };
  if (actorIsPersonal) add('details', { actor, ...personal?.details });
  else if (personal !== null) add('details', personal.details);
  if (address !== null && personal !== null) add('address', { address });
  return rows;
}

const jsonOf = (state: AuditState | null = null): string | null =>
  state === null ? null : JSON.stringify(state);
