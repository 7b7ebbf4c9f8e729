import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error.js';
import { sentence } from '../kernel/french-text.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import type { StoreOutcome } from '../platform/database/store-record.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { CommitteeRepository } from './committee.repository.js';
import type { CommitteeMember, Meeting, Objective, SeatDefinition } from './committee.types.js';

/** The comité de pilotage: its sessions, who sits on it, the objectives it set. */
@Injectable()
export class CommitteeService {
  constructor(
    @Inject(CommitteeRepository) private readonly repository: CommitteeRepository,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
  ) {}

  /** Every session, in order of date. */
  async meetings(): Promise<Meeting[]> {
    return (await this.repository.meetings()).map(({ id: _, ...meeting }) => meeting);
  }

  /** The sessions that reviewed an exercice, in order of date (they may be held the year after). */
  async meetingsOf(year: number): Promise<Meeting[]> {
    return (await this.repository.meetingsOf(year)).map(({ id: _, ...meeting }) => meeting);
  }

  /** Who sat on the committee on a day, under the names of that day, in order of precedence. */
  async compositionAt(day: IsoDate): Promise<CommitteeMember[]> {
    const directory = await this.programmes.organisations();
    const bodies = new Map(directory.all.map((organisation) => [organisation.id, organisation]));
    const seats = (await this.repository.seats()).filter(
      ({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day),
    );
    return seats.flatMap(({ organisationId, position, people }) => {
      const body = bodies.get(organisationId);
      if (body === undefined) return [];
      const { name, nameInSentence } = directory.nameAt(body.code, day);
      return { organisation: body.code, kind: body.kind, name, nameInSentence, position, people };
    });
  }

  /** The objectives of an exercice, by rank. */
  async objectivesOf(year: number): Promise<Objective[]> {
    return (await this.repository.objectivesOf(year)).map(({ id: _, ...objective }) => objective);
  }

  /** Creates or updates a session, found by its code. */
  storeMeeting(meeting: Meeting): Promise<StoreOutcome> {
    return this.repository.storeMeeting(meeting);
  }

  /** Creates or updates an objective, found by its exercice and rank. */
  storeObjective(objective: Objective): Promise<StoreOutcome> {
    return this.repository.storeObjective(objective);
  }

  /** Creates or updates a seat, found by its body and first day; the body was stored before. */
  async storeSeat({ organisation, ...seat }: SeatDefinition): Promise<StoreOutcome> {
    const { all } = await this.programmes.organisations();
    const body = all.find(({ code }) => code === organisation);
    if (body === undefined) {
      throw new DomainError(
        'not_found',
        sentence`Aucune organisation ne porte le code « ${organisation} ».`,
        404,
      );
    }
    return this.repository.storeSeat({ ...seat, organisationId: body.id });
  }
}
