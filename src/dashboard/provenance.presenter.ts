import type { Campaign } from '../campaigns/campaign.types.js';
import type { FigureProvenance, ShownFact } from '../figures/provenance.types.js';
import { absenceText } from '../kernel/figure-text.rules.js';
import { formatPeriod } from '../kernel/french-date.rules.js';
import { formatInstant } from '../kernel/french-instant.rules.js';
import { formatNumber, formatQuantity } from '../kernel/french-number.rules.js';
import { capitalise, typographic } from '../kernel/french-text.rules.js';
import type { SaidVersion } from '../measurements/measurement-answer.types.js';
import { revisionText } from '../measurements/revision.rules.js';
import type { PageBody } from '../platform/views/page.types.js';
import type { LinkView, StateView } from './dashboard.types.js';
import { updatedText } from './freshness.presenter.js';
import { doneText } from './version-words.rules.js';

/** One measurement of the table. */
interface RecordView {
  period: string;
  value: string;
  /** « provisoire », « Révisé le 4 mars 2021 : 450 → 463 », « retirée le 3 janvier 2021 : comptée deux fois ». */
  marks: string[];
  /** What part of the figure it is about: « Facebook », an operation; empty for the whole. */
  about: string[];
  source: string;
  note: string | null;
  internalNote: string | null;
  received: string;
  author: string | null;
  /** One line each, when there are several. */
  versions: string[];
  versionsLabel: string;
}

interface RecordsView {
  id: string;
  heading: string;
  caption: string;
  rows: RecordView[];
}

export interface ProvenanceView {
  heading: string;
  back: LinkView[];
  figure: string;
  scope: string;
  computation: string;
  checks: StateView[];
  tables: RecordsView[];
  hidden: string | null;
  empty: string | null;
  next: string | null;
}

export interface ProvenanceInput {
  told: FigureProvenance;
  campaign: Campaign | null;
  /** What its exercice is called. */
  label: string;
  /** Words for the codes of slices. */
  labels: ReadonlyMap<string, string>;
}

const MARKINGS: Record<string, string | undefined> = {
  provisional: 'provisoire',
  estimated: 'estimation',
  revised: 'révisé',
};

const SIGNATURES: Record<string, string | undefined> = {
  'data-set': 'jeu de données',
  connector: 'connecteur',
  import: 'fichier',
  token: 'jeton',
};

/** Where a figure comes from: how it was computed, what was checked, and each measurement with its history. */
export function provenancePage(input: ProvenanceInput): PageBody<ProvenanceView> {
  const { told, campaign, label } = input;
  const { figure, computation, checks, facts, hidden, next } = told;
  const name = typographic(figure.indicator.name);
  const href = `/indicateurs/${figure.indicator.slug}`;
  const counted = facts.filter(({ aside }) => aside === null);
  const aside = facts.filter((fact) => fact.aside !== null);
  return {
    title: `${name}, ${label}\u00a0: d’où vient ce chiffre\u202f?`,
    description: typographic(`${figure.indicator.name}, ${label}. ${computation}`),
    section: 'indicators',
    updated: updatedText([figure]),
    content: {
      heading: 'D’où vient ce chiffre\u202f?',
      back: [
        { label: name, href },
        ...(campaign === null
          ? []
          : [{ label: typographic(campaign.name), href: `/operations/${campaign.slug}` }]),
      ],
      figure: capitalise(figure.text),
      scope: campaign === null ? `Exercice ${label}` : typographic(`${campaign.name}, ${label}`),
      computation,
      checks: checks.map(({ passed, text }) => ({
        word: text,
        shape: passed ? 'check' : 'triangle',
        tone: passed ? 'good' : 'late',
      })),
      tables: [
        tableOf('comptes', 'Relevés comptés', counted, input),
        tableOf('laisses', 'Relevés laissés de côté', aside, input),
      ].filter(({ rows }) => rows.length > 0),
      hidden: hidden > 0 ? hiddenText(hidden) : null,
      empty: facts.length === 0 && hidden === 0 ? `Aucun relevé pour ${label}.` : null,
      next: next === null ? null : `${href}/provenance?${parametersOf(input, next)}`,
    },
  };
}

function parametersOf({ told, campaign }: ProvenanceInput, next: string): string {
  return new URLSearchParams({
    annee: String(told.figure.year),
    ...(campaign === null ? {} : { operation: campaign.slug }),
    apres: next,
  }).toString();
}

const hiddenText = (count: number): string =>
  count > 1
    ? `${formatNumber(count)} autres relevés, d’autres organismes, ne sont pas montrés à votre compte.`
    : 'Un autre relevé, d’un autre organisme, n’est pas montré à votre compte.';

function tableOf(
  id: string,
  heading: string,
  facts: readonly ShownFact[],
  input: ProvenanceInput,
): RecordsView {
  return {
    id,
    heading,
    caption: `${heading}\u00a0: période, valeur, source et date de réception`,
    rows: facts.map((fact) => rowOf(fact, input)),
  };
}

function rowOf(shown: ShownFact, { told, labels }: ProvenanceInput): RecordView {
  const { fact, current, versions, reason, indicator } = shown;
  const { answer } = current;
  const isTerm = indicator.code !== told.figure.indicator.code;
  const words = (code: string | null): string[] => (code === null ? [] : [labels.get(code) ?? code]);
  const about = [fact.campaign, fact.territory, fact.channel, fact.organisation].flatMap(words);
  return {
    period: capitalise(
      formatPeriod({ start: fact.periodStart, end: fact.periodEnd, precision: fact.precision }),
    ),
    value: saidText(current, shown),
    marks: [revisionText(versions, indicator.wording) ?? MARKINGS[fact.marking], reason]
      .filter((mark) => typeof mark === 'string')
      .map(typographic),
    about: [...(isTerm ? [indicator.shortName] : []), ...about].map(typographic),
    source: typographic(capitalise(answer.source ?? 'Non précisée')),
    note: answer.note === undefined ? null : typographic(answer.note),
    internalNote: answer.internalNote === undefined ? null : typographic(answer.internalNote),
    received: formatInstant(answer.recordedAt) ?? answer.recordedAt,
    author: authorText(current),
    versions:
      versions.length > 1
        ? versions.map((version, index) => versionText(version, versions[index - 1], shown))
        : [],
    versionsLabel: `${formatNumber(versions.length)} versions`,
  };
}

const saidText = ({ quantity, answer }: SaidVersion, { indicator }: ShownFact): string =>
  quantity === null
    ? absenceText(answer.absence ?? 'not_available')
    : formatQuantity(quantity, indicator.wording).text;

/** The name of a person, or the words for what a program signs with. */
function authorText({ answer: { author, recordedBy } }: SaidVersion): string | null {
  if (author !== undefined || recordedBy === undefined) return author ?? null;
  const [kind = '', ...name] = recordedBy.split(':');
  const words = SIGNATURES[kind];
  return words === undefined ? recordedBy : `${words} ${name.join(':')}`;
}

/** « Version 1 : 450, reçue le 17 décembre 2020 à 9 h 00, Communiqué, Claire Martin ». */
function versionText(version: SaidVersion, before: SaidVersion | undefined, shown: ShownFact): string {
  const { answer } = version;
  const author = authorText(version);
  const parts = [
    saidText(version, shown),
    `${doneText(version, before)} le ${formatInstant(answer.recordedAt) ?? answer.recordedAt}`,
    ...(answer.source === undefined ? [] : [answer.source]),
    ...(author === null ? [] : [author]),
    ...(answer.reason === undefined ? [] : [`motif : ${answer.reason}`]),
  ];
  return typographic(`Version ${answer.version} : ${parts.join(', ')}`);
}
