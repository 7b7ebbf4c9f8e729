import type { InputIssue } from '../kernel/domain-error.js';
import { typographic } from '../kernel/french-text.rules.js';
import type { Aggregation, IndicatorDefinition, Nature } from './indicator.types.js';

type Axis = 'aggregationTime' | 'aggregationTerritory' | 'aggregationChannel';
export type Operators = Record<Axis, Aggregation>;

const operators = (
  aggregationTime: Aggregation,
  aggregationTerritory: Aggregation,
  aggregationChannel: Aggregation,
): Operators => ({ aggregationTime, aggregationTerritory, aggregationChannel });

/** How each nature adds up over time, territories and channels, when nobody says otherwise. */
export const DEFAULT_OPERATORS: Readonly<Record<Nature, Operators>> = {
  flow: operators('sum', 'sum', 'sum'),
  attendance: operators('sum', 'none', 'sum'),
  stock: operators('last', 'sum', 'none'),
  cumulative: operators('last', 'sum', 'none'),
  unique: operators('none', 'none', 'none'),
  snapshot: operators('last', 'none', 'sum'),
  ratio: operators('none', 'none', 'none'),
  mean: operators('mean', 'none', 'none'),
  context: operators('none', 'none', 'none'),
};

const EVERY_AXIS: readonly Axis[] = ['aggregationTime', 'aggregationTerritory', 'aggregationChannel'];

/** Where a sum would say something untrue, and why. */
const FORBIDDEN_SUMS: Readonly<Partial<Record<Nature, { axes: readonly Axis[]; why: string }>>> = {
  stock: {
    axes: ['aggregationTime'],
    why: 'Un stock est un état à une date : 320 ambassadeurs en mai et 400 en juin ne font pas 720. Choisissez la dernière valeur.',
  },
  cumulative: {
    axes: ['aggregationTime'],
    why: 'Chaque valeur d’un cumul contient déjà les précédentes. Choisissez la dernière valeur.',
  },
  snapshot: {
    axes: ['aggregationTime'],
    why: 'Un nouveau relevé remplace le précédent, il ne s’y ajoute pas. Choisissez la dernière valeur.',
  },
  unique: {
    axes: EVERY_AXIS,
    why: 'Une même personne peut être comptée plusieurs fois : des personnes uniques ne s’additionnent pas. Choisissez « pas de total » ou « la plus haute valeur ».',
  },
  ratio: {
    axes: EVERY_AXIS,
    why: 'Des rapports ne s’additionnent pas : ils se recalculent à partir de leurs deux termes. Choisissez « pas de total ».',
  },
  mean: {
    axes: EVERY_AXIS,
    why: 'Des moyennes ne s’additionnent pas. Choisissez « la moyenne » ou « pas de total ».',
  },
  context: {
    axes: EVERY_AXIS,
    why: 'Un chiffre de contexte n’est pas un résultat : il ne s’additionne pas. Choisissez « pas de total ».',
  },
};

const STATES: ReadonlySet<Nature> = new Set(['stock', 'cumulative', 'snapshot']);

const incoherent = (path: keyof IndicatorDefinition, message: string): InputIssue => ({
  path,
  code: 'incoherent_definition',
  message: typographic(message),
});

/** What in a definition contradicts itself, one issue a member. Codes that it names are another matter. */
export function coherenceIssues(definition: IndicatorDefinition): InputIssue[] {
  return [
    ...sumIssues(definition),
    ...termIssues(definition),
    ...stateIssues(definition),
    ...wordIssues(definition),
  ];
}

function sumIssues(definition: IndicatorDefinition): InputIssue[] {
  const { nature, aggregationTime, exhaustive, overlapping } = definition;
  const forbidden = FORBIDDEN_SUMS[nature];
  const sums =
    forbidden === undefined
      ? []
      : forbidden.axes
          .filter((axis) => definition[axis] === 'sum')
          .map((axis) => incoherent(axis, forbidden.why));
  const means =
    (nature === 'ratio' || nature === 'unique') && aggregationTime === 'mean'
      ? [
          incoherent(
            'aggregationTime',
            'Une moyenne de ces valeurs ne voudrait rien dire : choisissez « pas de total ».',
          ),
        ]
      : [];
  const parts =
    exhaustive && overlapping
      ? [
          incoherent(
            'exhaustive',
            'Des parts qui se recoupent ne font pas le total : gardez une seule de ces deux cases.',
          ),
        ]
      : [];
  return [...sums, ...means, ...parts];
}

function termIssues({ nature, numerator, denominator, factor }: IndicatorDefinition): InputIssue[] {
  const issues: InputIssue[] = [];
  if (numerator !== null && nature !== 'ratio') {
    issues.push(incoherent('numerator', 'Seul un rapport a un numérateur : laissez vide.'));
  }
  if (denominator !== null && nature !== 'ratio' && nature !== 'mean') {
    issues.push(
      incoherent(
        'denominator',
        'Seuls un rapport (divisé par) et une moyenne (pondérée par) en ont un : laissez vide.',
      ),
    );
  }
  if (nature === 'ratio' && (numerator === null) !== (denominator === null)) {
    const missing = numerator === null ? 'numerator' : 'denominator';
    issues.push(incoherent(missing, 'Un rapport a deux termes : choisissez celui qui manque.'));
  }
  if (factor !== 1 && nature !== 'ratio') {
    issues.push(incoherent('factor', 'Seul un rapport se multiplie : écrivez 1.'));
  }
  return issues;
}

function stateIssues(definition: IndicatorDefinition): InputIssue[] {
  const { nature, carriesLastValue, carryMaxDays, restartsOn } = definition;
  const issues: InputIssue[] = [];
  if (carriesLastValue && !STATES.has(nature)) {
    issues.push(
      incoherent(
        'carriesLastValue',
        'Seuls un stock, un cumul ou une photographie gardent leur dernière valeur d’une année à l’autre.',
      ),
    );
  }
  if (carryMaxDays !== null && !carriesLastValue) {
    issues.push(
      incoherent(
        'carryMaxDays',
        'Cette durée ne sert que si la dernière valeur se reporte : laissez vide, ou cochez le report.',
      ),
    );
  }
  if (restartsOn !== null && nature !== 'cumulative') {
    issues.push(incoherent('restartsOn', 'Seul un cumul repart de zéro chaque année : laissez vide.'));
  }
  return issues;
}

function wordIssues({ sentenceOne, sentenceOther }: IndicatorDefinition): InputIssue[] {
  if ((sentenceOne === null) === (sentenceOther === null)) return [];
  const missing = sentenceOne === null ? 'sentenceOne' : 'sentenceOther';
  return [incoherent(missing, 'Donnez les deux formes, au singulier et au pluriel, ou aucune des deux.')];
}
