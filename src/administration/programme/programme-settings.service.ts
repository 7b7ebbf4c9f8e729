import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { changesBetween } from '../../platform/audit/audit-changes.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { surrounding } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { daysIssue } from '../../programme/exercice.rules.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type { Exercice, Programme } from '../../programme/programme.types.js';

/** What an administrator says of the programme. */
export type ProgrammeDescription = Pick<
  Programme,
  'name' | 'tagline' | 'purpose' | 'carriedBy' | 'visibility' | 'licence' | 'sourceStatement'
>;

/** What an administrator says of a year. Sealing belongs to its bilan. */
export type ExerciceDescription = Pick<
  Exercice,
  'startDate' | 'endDate' | 'closingDate' | 'headline' | 'summary' | 'questionedListIsPartial'
> & { state: 'open' | 'closed' };

/** Changes what the programme says of itself, and tells the journal what was there before. */
@Injectable()
export class ProgrammeSettingsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Names, sentences, licence and visibility. */
  describe(description: ProgrammeDescription): Promise<void> {
    return this.unitOfWork.write(async () => {
      const programme = await this.programmes.programme();
      const changes = changesBetween(programme, description);
      if (changes === null) return;
      await this.programmes.storeProgramme({ ...programme, ...description });
      await this.audit.record({ action: 'programme.changed', subject: 'programme', ...changes });
    });
  }

  /** A year that begins, open and without figures. @throws DomainError `exercice_exists` or `invalid_exercice`. */
  addExercice(year: number): Promise<void> {
    return this.unitOfWork.write(async () => {
      if ((await this.programmes.exercices()).some((known) => known.year === year)) throw alreadyThere(year);
      const exercice = { ...BLANK, year };
      const issue = daysIssue(exercice, await this.programmes.exercices());
      if (issue !== null)
        throw new DomainError('invalid_exercice', issue.message, 422, [{ ...issue, path: 'year' }]);
      await this.programmes.storeExercice({ ...exercice, updatedAt: this.clock.instant() });
      await this.audit.record({
        action: 'exercice.changed',
        subject: `exercice:${year}`,
        before: null,
        after: exercice,
      });
    });
  }

  /** @throws DomainError `exercice_sealed`, `missing_closing_date`, `invalid_exercice`, or `not_found`. */
  describeExercice(year: number, description: ExerciceDescription): Promise<void> {
    return this.unitOfWork.write(async () => {
      const exercice = await this.programmes.exercice(year);
      if (exercice.state === 'sealed') throw sealed(year);
      if (description.state === 'closed' && description.closingDate === null) throw undated();
      const issue = daysIssue({ ...description, year }, await this.programmes.exercices());
      if (issue !== null) throw new DomainError('invalid_exercice', issue.message, 422, [issue]);
      const changes = changesBetween(exercice, description);
      if (changes === null) return;
      await this.programmes.storeExercice({ ...exercice, ...description, updatedAt: this.clock.instant() });
      await this.audit.record({ action: 'exercice.changed', subject: `exercice:${year}`, ...changes });
    });
  }

  /**
   * Lets the figures of a sealed exercice change again; why is kept with it, and told to the journal.
   * @throws DomainError `exercice_not_sealed`, `missing_closing_date`, or `not_found`.
   */
  reopenExercice(year: number, state: 'open' | 'closed', reason: string): Promise<void> {
    return this.unitOfWork.write(async () => {
      const exercice = await this.programmes.exercice(year);
      if (exercice.state !== 'sealed') throw notSealed(year);
      if (state === 'closed' && exercice.closingDate === null) throw undated('state');
      const recordedAt = this.clock.instant();
      await this.programmes.storeExercice({ ...exercice, state, updatedAt: recordedAt });
      await this.programmes.storeReopening(year, { reason, recordedAt, recordedBy: surrounding().actor });
      // The reason is free text and may name people: it stands with the exercice itself.
      await this.audit.record({
        action: 'exercice.reopened',
        subject: `exercice:${year}`,
        before: { state: 'sealed' },
        after: { state },
      });
    });
  }
}

const BLANK = {
  startDate: null,
  endDate: null,
  state: 'open',
  closingDate: null,
  headline: null,
  summary: null,
  questionedListIsPartial: false,
} as const;

function alreadyThere(year: number): DomainError {
  const message = sentence`L’exercice ${year} est déjà là : ouvrez-le dans la liste pour le modifier.`;
  return new DomainError('exercice_exists', message, 409, [
    { path: 'year', code: 'exercice_exists', message },
  ]);
}

const sealed = (year: number): DomainError =>
  new DomainError(
    'exercice_sealed',
    sentence`L’exercice ${year} est scellé avec son bilan : il ne change plus, à moins d’être rouvert.`,
    409,
  );

const notSealed = (year: number): DomainError =>
  new DomainError(
    'exercice_not_sealed',
    sentence`L’exercice ${year} n’est pas scellé : il est déjà rouvert.`,
    409,
  );

function undated(path = 'closingDate'): DomainError {
  const message = 'Donnez le jour où les chiffres ont été arrêtés, ou laissez l’exercice ouvert.';
  return new DomainError('missing_closing_date', 'Un exercice clos a une date de clôture.', 422, [
    { path, code: 'missing_closing_date', message },
  ]);
}
