import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../../accounts/account.types.js';
import { DomainError } from '../../kernel/domain-error.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { actAs } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { withMerged } from '../../programme/merged-organisations.rules.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { CellEntryService } from '../cells/cell-entry.service.js';
import type { CellOutcome, TypedCell } from '../cells/cell.types.js';
import { EntrySettingsService } from '../settings/entry-settings.service.js';
import {
  closedSince,
  type EntryPeriod,
  periodBefore,
  periodOfYearBefore,
} from '../plan/entry-period.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import { ExpectedFiguresService } from '../plan/expected-figures.service.js';
import { SliceNamesService } from '../plan/slice-names.service.js';
import { CouponDoubtsService } from './coupon-doubts.service.js';
import { commonSource, isAsked, isEmpty, isLeft, isSaid, isSettled } from './coupon-sheet.rules.js';
import type { AnswerOutcome, CouponAnswer, CouponSheet } from './coupon-sheet.types.js';
import type { Coupon } from './coupon.types.js';
import { CouponsService } from './coupons.service.js';

const NO_DATA = 'Pas de données ce mois-ci';
const LATE = 'Reçu par coupon de saisie après la clôture du mois';
const NOTHING_TYPED = 'Écrivez au moins un chiffre, ou dites que vous n’avez pas de données ce mois-ci.';

/** What a partner reads and gives by a coupon. It opens their own figures of its month, and nothing else. */
@Injectable()
export class CouponAnswersService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CouponsService) private readonly coupons: CouponsService,
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
    @Inject(CellEntryService) private readonly cells: CellEntryService,
    @Inject(CouponDoubtsService) private readonly doubts: CouponDoubtsService,
    @Inject(SliceNamesService) private readonly names: SliceNamesService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(EntrySettingsService) private readonly settings: EntrySettingsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What a coupon asks for, and what was given already. */
  async sheet(coupon: Coupon): Promise<CouponSheet> {
    const caller = await this.callerOf(coupon);
    const exercices = await this.programmes.exercices();
    const period = await this.expected.period(coupon.month);
    const rows = await this.rows(coupon, caller);
    const keys = rows.map(({ key }) => key);
    const rowsOf = async (other: typeof period | null): Promise<Map<string, ExpectedFigure>> => {
      if (other === null || keys.length === 0) return new Map();
      const { rows: found } = await this.expected.of(other, caller.limits, keys, true);
      return new Map(found.filter((row) => isSaid(row)).map((row) => [row.key, row]));
    };
    const before = await rowsOf(periodBefore(period, exercices));
    const yearBefore = await rowsOf(periodOfYearBefore(period, exercices));
    const { name, carriedBy } = await this.programmes.programme();
    const names = await this.names.names();
    const source = commonSource(rows);
    return {
      coupon,
      period,
      names,
      figures: rows.map((row) => ({
        row,
        before: before.get(row.key) ?? null,
        yearBefore: yearBefore.get(row.key) ?? null,
      })),
      programmeName: name,
      carriedBy,
      source: source === names.organisation(coupon.organisation) ? '' : source,
      doubts: await this.doubts.of(rows, caller),
    };
  }

  /**
   * Keeps what a partner sends, as figures to validate: each that can be, whatever becomes of the others. A figure that was
   * validated stays as it is.
   * @throws DomainError 422 `nothing_typed` when there is nothing to keep.
   */
  answer(coupon: Coupon, answer: CouponAnswer): Promise<AnswerOutcome> {
    // Whoever holds it, signed in or not, speaks for the coupon.
    actAs(`coupon:${coupon.id}`);
    return this.unitOfWork.write(async () => {
      const caller = await this.callerOf(coupon);
      const rows = await this.rows(coupon, caller);
      const period = await this.expected.period(coupon.month);
      const reason = await this.lateReason(period);
      const cells = this.cellsOf(rows, answer, await this.defaultSource(coupon)).map((cell) => ({
        ...cell,
        reason,
      }));
      if (cells.length === 0) throw new DomainError('nothing_typed', NOTHING_TYPED, 422);
      const before = { rows, doubts: await this.doubts.of(rows, caller) };
      const outcomes = await this.cells.save(period, cells, { caller, status: 'submitted' });
      const saved = outcomes.filter(({ state }) => state === 'saved' || state === 'emptied').length;
      if (saved > 0) await this.coupons.noteAnswer(coupon.id);
      if (before.doubts.size > 0) {
        const changed = outcomes.some(({ state }) => state !== 'unchanged');
        await this.doubts.explain(answer, before, await this.rows(coupon, caller), changed, caller);
      }
      const conflicts = outcomes.flatMap(({ key, theirs }) =>
        theirs === null ? [] : [[key, theirs.version] as const],
      );
      return {
        saved,
        issues: new Map([...unknownRows(rows, answer), ...outcomes.flatMap((one) => issueOf(one, cells))]),
        versions: new Map(conflicts),
      };
    });
  }

  /** Lines that an answer without data would note as such: those of which nothing was said, nor is now. */
  async linesLeft(coupon: Coupon, { typed }: CouponAnswer): Promise<ExpectedFigure[]> {
    const rows = await this.rows(coupon, await this.callerOf(coupon));
    return rows.filter((row) => isLeft(row, typed));
  }

  private async rows(coupon: Coupon, { limits }: DataCaller): Promise<ExpectedFigure[]> {
    const { rows } = await this.expected.of(await this.expected.period(coupon.month), limits);
    return rows.filter((row) => isAsked(row));
  }

  /** What was typed; lines left empty are passed over, unless there is no data to give. */
  private cellsOf(rows: readonly ExpectedFigure[], answer: CouponAnswer, usual: string): TypedCell[] {
    const isNothing = answer.action === 'nothing_confirmed';
    const isShown = commonSource(rows) !== '';
    return rows
      .filter((row) => !isSettled(row))
      .flatMap((row): TypedCell[] => {
        const typed = answer.typed.get(row.key) ?? '';
        const version = answer.versions.get(row.key) ?? 0;
        // Where the page showed what was said of them all, leaving nothing there takes it back.
        const left = isShown ? usual : (row.current?.source ?? usual);
        const source = answer.source === '' ? left : answer.source;
        if (typed.trim() !== '') {
          return [{ key: row.key, typed, version, source, ...noteAfter(row, typed) }];
        }
        if (isNothing && isEmpty(row)) {
          return [{ key: row.key, typed: 'nd', version: row.current?.version ?? 0, source, note: NO_DATA }];
        }
        return answer.typed.has(row.key) && version > 0 && isSaid(row)
          ? [{ key: row.key, typed: '', version }]
          : [];
      });
  }

  /** A month that is closed takes late figures with their reason: that they come by a coupon is one. */
  private async lateReason(period: EntryPeriod): Promise<string | null> {
    const { closingDays } = await this.settings.settings();
    return closedSince(period, closingDays, this.clock.today()) === null ? null : LATE;
  }

  private async defaultSource({ organisation }: Coupon): Promise<string> {
    return (await this.names.names()).organisation(organisation);
  }

  /** A coupon writes as its organisation's partner would, and sees no more. */
  private async callerOf({ id, organisation }: Coupon): Promise<DataCaller> {
    const { all } = await this.programmes.organisations();
    return {
      signature: `coupon:${id}`,
      limits: { indicators: null, campaigns: null, organisations: withMerged(organisation, all) },
      role: 'contributor',
      readsReserved: true,
      readsInternal: false,
      tokenId: null,
    };
  }
}

/** A figure that comes after « pas de données » does not keep its words. */
const noteAfter = ({ current }: ExpectedFigure, typed: string): Pick<TypedCell, 'note'> =>
  current?.note === NO_DATA && typed.trim().toLowerCase() !== 'nd' ? { note: null } : {};

/** Lines that are not asked for any more: what was typed in them is not lost without a word. */
const unknownRows = (rows: readonly ExpectedFigure[], { typed }: CouponAnswer): [string, string][] =>
  [...typed].some(([key, text]) => text.trim() !== '' && !rows.some((row) => row.key === key))
    ? [['', 'Une ligne n’est plus demandée : rechargez la page.']]
    : [];

/** Partners know the team as a team: nobody of it is named. */
function issueOf(
  { key, state, typed, message, theirs }: CellOutcome,
  cells: readonly TypedCell[],
): [string, string][] {
  if (theirs !== null) {
    const other = sentence`Ce chiffre a changé entre-temps : « ${theirs.typed} », le ${theirs.when}. Envoyez à nouveau pour garder le vôtre, ou écrivez l’autre.`;
    return [[key, other]];
  }
  if (state !== 'refused') return [];
  // What is validated is taken back by the team, with a reason.
  if (cells.some((cell) => cell.key === key && cell.typed === '')) {
    return [
      [key, sentence`« ${typed} » est validé : écrivez une autre valeur, ou demandez qu’il soit retiré.`],
    ];
  }
  return [[key, message]];
}
