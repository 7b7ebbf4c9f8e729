import { Inject, Injectable } from '@nestjs/common';
import { placeholders } from '../../platform/database/bulk-sql.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { OneTimeLinkEntity } from '../links/one-time-link.entity.js';
import { SessionEntity } from '../sessions/session.entity.js';
import { ShareLinkEntity } from '../shares/share-link.entity.js';
import { ApiTokenEntity } from '../tokens/api-token.entity.js';
import { RecoveryCodeEntity } from './person.entity.js';

/** Everything of a person that is kept, hashes of secrets left out. */
export interface PersonTraces {
  sessions: Pick<SessionEntity, 'device' | 'stage' | 'createdAt' | 'lastSeenAt' | 'expiresAt'>[];
  links: Pick<OneTimeLinkEntity, 'kind' | 'createdAt' | 'expiresAt' | 'usedAt'>[];
  recoveryCodes: Pick<RecoveryCodeEntity, 'usedAt'>[];
  shares: Pick<
    ShareLinkEntity,
    'kind' | 'year' | 'label' | 'createdAt' | 'expiresAt' | 'revokedAt' | 'openings' | 'lastOpenedAt'
  >[];
  tokens: Pick<ApiTokenEntity, 'name' | 'scope' | 'createdAt' | 'expiresAt' | 'revokedAt'>[];
  /** Months of which they were reminded. */
  reminders: { month: string; sentAt: string }[];
  /** Links that they gave to partners. */
  coupons: { month: string; createdAt: string; expiresAt: string }[];
}

/** What a person left in other tables than their own: to hand it over, or to erase it. */
@Injectable()
export class PersonTracesRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async of(personId: number): Promise<PersonTraces> {
    const { manager } = this.unitOfWork;
    const order = { id: 'ASC' } as const;
    return {
      sessions: await manager.find(SessionEntity, {
        select: { device: true, stage: true, createdAt: true, lastSeenAt: true, expiresAt: true },
        where: { personId },
        order,
      }),
      links: await manager.find(OneTimeLinkEntity, {
        select: { kind: true, createdAt: true, expiresAt: true, usedAt: true },
        where: { personId },
        order,
      }),
      recoveryCodes: await manager.find(RecoveryCodeEntity, {
        select: { usedAt: true },
        where: { personId },
        order,
      }),
      shares: await manager.find(ShareLinkEntity, {
        select: {
          kind: true,
          year: true,
          label: true,
          createdAt: true,
          expiresAt: true,
          revokedAt: true,
          openings: true,
          lastOpenedAt: true,
        },
        where: { createdBy: personId },
        order,
      }),
      tokens: await manager.find(ApiTokenEntity, {
        select: { name: true, scope: true, createdAt: true, expiresAt: true, revokedAt: true },
        where: { createdBy: `person:${personId}` },
        order,
      }),
      // Tables of features that stand above this one.
      reminders: await manager.query(
        `SELECT month, sent_at AS "sentAt" FROM reminders
         WHERE person_id = ${placeholders(manager, 1)} AND failure IS NULL ORDER BY id`,
        [personId],
      ),
      coupons: await manager.query(
        `SELECT month, created_at AS "createdAt", expires_at AS "expiresAt" FROM coupons
         WHERE created_by = ${placeholders(manager, 1)} ORDER BY id`,
        [personId],
      ),
    };
  }

  /** Erases what let the person in. Tokens and share links belong to the programme: they go on, signed by nobody's name. */
  erase(personId: number): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.delete(SessionEntity, { personId });
      await manager.delete(OneTimeLinkEntity, { personId });
      await manager.delete(RecoveryCodeEntity, { personId });
      await manager.query(`DELETE FROM reminders WHERE person_id = ${placeholders(manager, 1)}`, [personId]);
    });
  }
}
