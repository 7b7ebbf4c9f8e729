import { Inject, Injectable } from '@nestjs/common';
import { LessThan, Not } from 'typeorm';
import { placeholders } from '../../platform/database/bulk-sql.js';
import { BOOKKEEPING, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { PersonState, Role, SessionStage } from '../account.types.js';
import { PersonEntity } from '../people/person.entity.js';
import { SessionEntity } from './session.entity.js';

/** A session with what letting its person in needs. */
export interface KnownSession {
  id: number;
  stage: SessionStage;
  lastSeenAt: string;
  expiresAt: string;
  personId: number;
  name: string;
  email: string;
  role: Role;
  state: PersonState;
  hasSecondFactor: number | boolean;
  /** Code of the person's own organisation. */
  organisation: string | null;
  organisationId: number | null;
}

/** Rows of sessions, found by the hash of their cookie. */
@Injectable()
export class SessionsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Asked by every request of somebody signed in: one statement. */
  async byHash(secretHash: string): Promise<KnownSession | null> {
    const { primary: manager } = this.unitOfWork;
    const [row]: (KnownSession | undefined)[] = await manager.query(
      `SELECT s.id, s.stage, s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt", p.id AS "personId",
         p.name, p.email, p.role, p.state, (p.totp_seed IS NOT NULL) AS "hasSecondFactor",
         o.code AS organisation, p.organisation_id AS "organisationId"
       FROM sessions s JOIN people p ON p.id = s.person_id LEFT JOIN organisations o ON o.id = p.organisation_id
       WHERE s.secret_hash = ${placeholders(manager, 1)}`,
      [secretHash],
    );
    return row ?? null;
  }

  /** An organisation's code and the codes of those merged into it. */
  async mergedCodes(organisationId: number): Promise<string[]> {
    const { primary: manager } = this.unitOfWork;
    const rows: { code: string }[] = await manager.query(
      `WITH RECURSIVE merged (id, code) AS (
         SELECT id, code FROM organisations WHERE id = ${placeholders(manager, 1)}
         UNION SELECT o.id, o.code FROM organisations o JOIN merged m ON o.merged_into_id = m.id)
       SELECT code FROM merged`,
      [organisationId],
    );
    return rows.map(({ code }) => code);
  }

  ofPerson(personId: number): Promise<SessionEntity[]> {
    return this.unitOfWork.primary.find(SessionEntity, {
      where: { personId },
      order: { lastSeenAt: 'DESC', id: 'DESC' },
    });
  }

  /** Keeps a session, and when its person last came in: what the second factor still awaits is no coming in. */
  insert(session: Omit<SessionEntity, 'id'>): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.insert(SessionEntity, session);
      if (session.stage === 'second_factor') return;
      await manager.update(PersonEntity, { id: session.personId }, { lastSignedInAt: session.createdAt });
    });
  }

  noteSeen(id: number, lastSeenAt: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(SessionEntity, { id }, { lastSeenAt });
    }, BOOKKEEPING);
  }

  /** Ends one session of a person. @returns whether there was one. */
  remove(id: number, personId: number): Promise<boolean> {
    return this.unitOfWork.write(async (manager) => {
      const found = await manager.existsBy(SessionEntity, { id, personId });
      await manager.delete(SessionEntity, { id, personId });
      return found;
    });
  }

  /** Ends every session of a person, except one when it is given. */
  removeAll(personId: number, except?: number): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.delete(
        SessionEntity,
        except === undefined ? { personId } : { personId, id: Not(except) },
      );
    });
  }

  removeExpired(now: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.delete(SessionEntity, { expiresAt: LessThan(now) });
    }, BOOKKEEPING);
  }
}
