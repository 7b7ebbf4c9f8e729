import { authorWords } from '../../accounts/people/author-words.rules.js';
import { definitionHistory, retirementText } from '../../indicators/definition-history.rules.js';
import { exampleTexts } from '../../indicators/indicator-examples.rules.js';
import type { Indicator, IndicatorVersion } from '../../indicators/indicator.types.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { typographic } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import { parisTime } from '../../kernel/french-instant.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { Choice, FormView, Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { administrationRooms } from '../rooms.rules.js';
import type { FieldGroup } from './field-groups.js';
import { indicatorGroups } from './indicator-fields.presenter.js';
import { DECIMALS_CHOICES } from './indicator-words.js';
import { indicatorPath, INDICATORS_PATH, noticeOf } from './indicators.presenter.js';
import type { FieldGroupView, IndicatorView, VersionView } from './indicators.types.js';

/** What stands in the fields, by their names. */
export type FieldValues = Readonly<Record<string, string>>;

/** Everything that the page of an indicator shows. */
export interface ShownIndicator {
  /** Null for a new one. */
  indicator: Indicator | null;
  all: readonly Indicator[];
  isMeasured: boolean;
  versions: readonly IndicatorVersion[];
  /** Names of people by their signatures. */
  authors: ReadonlyMap<string, string>;
  today: IsoDate;
  done?: string | undefined;
}

/** What a form was answered: refused with what to correct, or shown as an example. */
export interface Answered {
  refusal: Refusal | null;
  /** The retirement form rather than the definition. */
  isRetirement?: boolean;
  /** What was typed, when it is to be looked at before it is saved. */
  preview?: FieldValues;
}

/** What most new indicators are. */
const NEW: FieldValues = {
  nature: 'flow',
  decimals: '0',
  factor: '1',
  chainLevel: 'output',
  direction: 'up',
};

/** The page of one indicator, or of a new one. */
export function indicatorPage(shown: ShownIndicator, answered: Answered): PageBody<IndicatorView> {
  const { indicator, all, isMeasured, versions, authors, today, done } = shown;
  const { refusal, preview, isRetirement = false } = answered;
  const values = preview ?? (indicator === null ? NEW : valuesOf(indicator));
  const indicators = all
    .filter(({ code }) => code !== indicator?.code)
    .map(({ code, name }): Choice => ({ value: code, label: `${name} (${code})` }));
  const groups = indicatorGroups({ isNew: indicator === null, isMeasured, indicators, values });
  const own = isRetirement ? null : refusal;
  const form = definitionForm(indicator, groups, values, own);
  const title = indicator === null ? 'Nouvel indicateur' : `Indicateur ${indicator.code}`;
  return {
    title,
    description: 'Ce que l’indicateur compte, comment et dans quels mots.',
    section: 'administration',
    updated: null,
    ...(refusal === null ? {} : { status: refusal.status }),
    content: {
      rooms: administrationRooms('indicators'),
      notice: noticeOf(done),
      back: INDICATORS_PATH,
      code: indicator?.code ?? null,
      heading: indicator?.name ?? title,
      publicPage: indicator === null ? null : `/indicateurs/${indicator.slug}`,
      form,
      groups: groupViews(groups, form),
      examples: examplesOf(own?.values ?? values),
      isPreview: preview !== undefined,
      versions: versionViews(versions, authors),
      retirement: indicator === null ? null : retirementOf(indicator, today, isRetirement ? refusal : null),
    },
  };
}

function definitionForm(
  indicator: Indicator | null,
  groups: readonly FieldGroup[],
  values: FieldValues,
  refusal: Refusal | null,
): FormView {
  const fields = groups.flatMap((group) => group.fields);
  return formView(
    {
      id: 'indicateur',
      action: indicator === null ? INDICATORS_PATH : indicatorPath(indicator.code),
      submit: indicator === null ? 'Créer l’indicateur' : 'Enregistrer',
      fields: fields.map((field) => ({ ...field, value: values[field.name] ?? '' })),
    },
    refusal,
  );
}

/** A folded group opens by itself when it has something to correct. */
function groupViews(groups: readonly FieldGroup[], form: FormView): FieldGroupView[] {
  const fields = new Map(form.fields.map((field) => [field.name, field]));
  return groups.map(({ title, hint, isFolded, fields: specs }) => {
    const own = specs.flatMap(({ name }) => fields.get(name) ?? []);
    return {
      title: typographic(title),
      hint: typographic(hint),
      fields: own,
      isFolded,
      isOpen: own.some(({ error }) => error !== null),
    };
  });
}

/** A definition as its form holds it; the day of the next one is still to be said. */
function valuesOf({ validFrom: _, ...definition }: Indicator): FieldValues {
  const entries = Object.entries(definition).flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'boolean') return [[name, value ? 'on' : '']];
    return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [];
  });
  return Object.fromEntries(entries);
}

/** The examples of what stands in the form, right or not. */
function examplesOf(values: FieldValues): string[] {
  const textOf = (name: string): string => values[name] ?? '';
  const textOrNull = (name: string): string | null => (textOf(name).trim() === '' ? null : textOf(name));
  return exampleTexts({
    labelOne: textOf('labelOne'),
    labelOther: textOf('labelOther'),
    sentenceOne: textOrNull('sentenceOne'),
    sentenceOther: textOrNull('sentenceOther'),
    elision: textOf('elision') === 'on',
    decimals: Math.max(
      0,
      DECIMALS_CHOICES.findIndex(({ value }) => value === textOf('decimals')),
    ),
    symbol: textOrNull('symbol'),
    signed: textOf('signed') === 'on',
  });
}

const versionViews = (
  versions: readonly IndicatorVersion[],
  authors: ReadonlyMap<string, string>,
): VersionView[] =>
  definitionHistory(versions).map(({ version, from, changed, reason, breaks, recordedAt, recordedBy }) => ({
    number: formatNumber(version),
    from,
    changed,
    reason: reason ?? '',
    breaks,
    recorded: `${formatDate(parisTime(recordedAt).day)} par ${authorWords(recordedBy, authors)}`,
  }));

function retirementOf(
  { code, retiredOn }: Indicator,
  today: IsoDate,
  refusal: Refusal | null,
): IndicatorView['retirement'] {
  const action = `${indicatorPath(code)}/retrait`;
  if (retiredOn !== null) {
    const sentence = `Il est ${retirementText(retiredOn)}.`;
    return { kind: 'retired', sentence, action: `${action}/annulation` };
  }
  const form = formView(
    {
      id: 'retrait',
      action,
      submit: 'Retirer',
      tone: 'danger',
      fields: [{ kind: 'date', name: 'on', label: 'Dernier jour compté', value: today }],
    },
    refusal,
  );
  return { kind: 'counted', form };
}
