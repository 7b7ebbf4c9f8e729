import { monthOf } from '../../kernel/calendar.rules.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import type { InputIssue } from '../../kernel/domain-error.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { monthPeriod } from '../../kernel/period.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import { dayIn, readDateText } from '../profiles/date-cells.rules.js';
import { fileField, PERIOD_FIELDS, type PeriodField } from './draft-fields.rules.js';

/** What was said of a file's period: nothing (undefined), that there is none any more (null), or the period as it is kept. */
export interface PeriodAnswer {
  period: string | null | undefined;
  issues: InputIssue[];
}

/** Reads a month, or a first and a last day, as people write them. */
export function periodAnswer(fileId: number, fields: ReadonlyMap<string, string>): PeriodAnswer {
  const said = (member: PeriodField): string => (fields.get(fileField(fileId, member)) ?? '').trim();
  const wrong = (member: PeriodField, message: string, code = 'invalid_request'): PeriodAnswer => ({
    period: undefined,
    issues: [{ path: fileField(fileId, member), code, message }],
  });
  const isSent = PERIOD_FIELDS.some((member) => fields.has(fileField(fileId, member)));
  if (!isSent) return { period: undefined, issues: [] };
  const [month, from, to] = [said('periodMonth'), said('periodFrom'), said('periodTo')];
  if (month !== '') {
    if (from !== '' || to !== '')
      return wrong(
        'periodMonth',
        sentence`Donnez un mois ou des jours, pas les deux : videz l’un ou l’autre.`,
      );
    const date = readDateText(month);
    if (date?.form === 'month') return { period: date.month, issues: [] };
    return wrong(
      'periodMonth',
      sentence`${quote(month)} n’est pas un mois : écrivez par exemple juin 2020 ou 06/2020.`,
    );
  }
  if (from === '' && to === '') return { period: null, issues: [] };
  if (from === '') return wrong('periodFrom', 'Il manque le premier jour.');
  if (to === '') return wrong('periodTo', 'Il manque le dernier jour.');
  const [start, end] = [dayOf(from), dayOf(to)];
  const notADay = (text: string): string =>
    sentence`${quote(text)} n’est pas un jour du calendrier : écrivez par exemple 30/06/2020.`;
  if (start === null) return wrong('periodFrom', notADay(from));
  if (end === null) return wrong('periodTo', notADay(to));
  if (end < start)
    return wrong(
      'periodTo',
      sentence`Le dernier jour vient avant le premier : échangez-les, ou corrigez l’un des deux.`,
      'period_reversed',
    );
  const whole = monthPeriod(monthOf(start));
  const isMonth = whole.start === start && whole.end === end;
  return { period: isMonth ? monthOf(start) : `${start}/${end}`, issues: [] };
}

/** A day as `<input type="date">` sends it, or as people write it where a browser has none: the day first. */
function dayOf(text: string): IsoDate | null {
  const date = readDateText(text);
  if (date === null || date.form === 'month') return null;
  return date.form === 'numeric' ? dayIn(date, 'day_first') : date.day;
}
