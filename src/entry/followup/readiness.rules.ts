import { formatNumber, formatPercent, NARROW_SPACE } from '../../kernel/french-number.rules.js';
import { joinList, sentence } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import { standingBody } from '../../programme/merged-organisations.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import type { JudgedFigure, OwnerKey, Readiness, Standing } from './readiness.types.js';

/** From the least to the most advanced. */
const STANDINGS: readonly Standing[] = ['returned', 'draft', 'submitted', 'validated'];
/** Given, sourced, without a doubt that nobody lifted, validated: what each figure needs. */
const NEEDS = 4;

type Row = Pick<ExpectedFigure, 'current' | 'details' | 'covering' | 'line' | 'organisation'>;

/** What says a row: its own version, the shorter periods that it adds up, or the longer one that covers it. */
export function saidBy({ current, details, covering }: Row): readonly MeasurementRecord[] {
  if (current !== null && current.status !== 'withdrawn') return [current];
  if (details.length > 0) return details;
  return covering === null ? [] : [covering];
}

/** How far a row has come: as far as the least of what says it. */
export function standingOf(row: Row): Standing {
  const found = saidBy(row).map(({ status }) => STANDINGS.findIndex((one) => one === status));
  return found.length === 0 ? 'missing' : (STANDINGS[Math.min(...found)] ?? 'missing');
}

/** A value stands there without saying where it comes from. An absence needs no source: it has its reason. */
export const lacksSource = (row: Row): boolean =>
  saidBy(row).some(({ value, source }) => value !== null && (source ?? '').trim() === '');

/**
 * The person of the plan, else the organisation, else the team.
 * @param bodies all organisations: one that became part of another owes nothing itself any more.
 */
export function ownerOf({ line, organisation }: Row, bodies: Parameters<typeof standingBody>[1]): OwnerKey {
  const person = line?.ownerId ?? null;
  if (person !== null) return `person:${person}`;
  return organisation === null ? 'team' : `organisation:${standingBody(organisation, bodies)}`;
}

/** Whoever owes it has something to do: give it, finish it or put it right. */
export const isOwed = ({ standing }: Pick<JudgedFigure, 'standing'>): boolean =>
  standing === 'missing' || standing === 'draft' || standing === 'returned';

/** Still owed after its last day. */
export const isLate = (figure: Pick<JudgedFigure, 'standing'>, due: IsoDate, today: IsoDate): boolean =>
  isOwed(figure) && due < today;

function needsMet({ standing, lacksSource: lacks, doubts }: JudgedFigure): number {
  if (standing === 'missing') return 0;
  return 1 + Number(!lacks) + Number(doubts === 0) + Number(standing === 'validated');
}

/** How ready figures are. A fraction is rounded down: nothing is ready that still lacks something. */
export function readinessOf(figures: readonly JudgedFigure[]): Readiness {
  const count = (holds: (figure: JudgedFigure) => boolean): number => figures.filter(holds).length;
  const expected = figures.length;
  const missing = count(({ standing }) => standing === 'missing');
  const returned = count(({ standing }) => standing === 'returned');
  const validated = count(({ standing }) => standing === 'validated');
  const met = figures.reduce((sum, figure) => sum + needsMet(figure), 0);
  return {
    expected,
    given: expected - missing,
    validated,
    missing,
    missingSources: count((figure) => figure.standing !== 'missing' && figure.lacksSource),
    returned,
    waiting: expected - missing - returned - validated,
    doubts: count((figure) => figure.standing !== 'missing' && figure.doubts > 0),
    percent: expected === 0 ? null : Math.floor((100 * met) / (NEEDS * expected)),
  };
}

const counted = (count: number, one: string, other = `${one}s`): string[] =>
  count === 0 ? [] : [sentence`${formatNumber(count)} ${count === 1 ? one : other}`];

/** « prêt à 78 % : 6 chiffres, 2 sources manquent ; 3 à valider, 1 à corriger »; « rien n’est attendu ». */
export function readinessWords(readiness: Readiness): string {
  const { percent, missing, missingSources, returned, waiting, doubts } = readiness;
  if (percent === null) return 'rien n’est attendu';
  const lacking = [...counted(missing, 'chiffre'), ...counted(missingSources, 'source')];
  const verb = missing + missingSources === 1 ? 'manque' : 'manquent';
  const toDo = [
    ...counted(waiting, 'à valider', 'à valider'),
    ...counted(returned, 'à corriger', 'à corriger'),
    ...counted(doubts, 'alerte à expliquer', 'alertes à expliquer'),
  ];
  const said = [lacking.length === 0 ? '' : `${lacking.join(', ')} ${verb}`, joinList(toDo)];
  const rest = said.filter((part) => part !== '').join(`${NARROW_SPACE}; `);
  const ready = `prêt à ${formatPercent(percent)}`;
  return rest === '' ? ready : sentence`${ready} : ${rest}`;
}
