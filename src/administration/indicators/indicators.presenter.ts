import type { Indicator } from '../../indicators/indicator.types.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { ordinal, slug, typographic } from '../../kernel/french-text.rules.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { administrationRooms } from '../rooms.rules.js';
import { natureLabel } from './indicator-words.js';
import type { IndicatorRowView, IndicatorsView } from './indicators.types.js';

export const INDICATORS_PATH = '/administration/indicateurs';
export const indicatorPath = (code: string): string => `${INDICATORS_PATH}/${slug(code)}`;

const NOTICES = new Map([
  ['creation', 'L’indicateur est créé, en fin de liste.'],
  ['definition', 'L’indicateur est enregistré.'],
  ['place', 'L’ordre est enregistré.'],
  ['retrait', 'L’indicateur est retiré ; ses chiffres restent.'],
  ['remise', 'L’indicateur est de nouveau compté.'],
]);

/** What a redirection says was done; unknown words say nothing. */
export function noticeOf(done: string | undefined): string | null {
  const words = done === undefined ? undefined : NOTICES.get(done);
  return words === undefined ? null : typographic(words);
}

/** The list of indicators, in their order. */
export function indicatorsPage(
  indicators: readonly Indicator[],
  done: string | undefined,
): PageBody<IndicatorsView> {
  return {
    title: 'Indicateurs',
    description: 'Ce que le programme compte, dans l’ordre des pages.',
    section: 'administration',
    updated: null,
    content: {
      rooms: administrationRooms('indicators'),
      notice: noticeOf(done),
      rows: indicators.map((indicator, index) => rowView(indicator, index, indicators.length)),
      create: `${INDICATORS_PATH}/nouveau`,
    },
  };
}

function rowView(indicator: Indicator, index: number, count: number): IndicatorRowView {
  const { code, name, nature, unit, version, validFrom, retiredOn } = indicator;
  const since = validFrom === null ? '' : `, depuis le ${formatDate(validFrom)}`;
  return {
    code,
    name,
    href: indicatorPath(code),
    nature: natureLabel(nature),
    unit,
    version: `${ordinal(version, 'feminine')} définition${since}`,
    retired: retiredOn === null ? null : `Retiré le ${formatDate(retiredOn)}`,
    move: `${indicatorPath(code)}/place`,
    isFirst: index === 0,
    isLast: index === count - 1,
  };
}
