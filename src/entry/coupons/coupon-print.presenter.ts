import { formatDate } from '../../kernel/french-date.rules.js';
import { sentence, typographic } from '../../kernel/french-text.rules.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { hintOf } from './coupon-field.presenter.js';
import { isSettled } from './coupon-sheet.rules.js';
import type { CouponSheet } from './coupon-sheet.types.js';

/** A blank form on paper: what a coupon asks for, to be filled by hand. It never holds the link. */
export interface CouponPrintView {
  back: string;
  programme: string;
  organisation: string;
  /** « septembre 2020 ». */
  month: string;
  until: string;
  rows: { label: string; about: string; definition: string; before: string[]; symbol: string }[];
}

export function couponPrintPage(sheet: CouponSheet, back: string): PageBody<CouponPrintView> {
  const { coupon, period, names, figures } = sheet;
  const organisation = names.organisation(coupon.organisation);
  return {
    title: sentence`Formulaire de ${organisation}, ${period.label}`,
    description: 'Un formulaire à remplir à la main.',
    section: 'entry',
    updated: null,
    content: {
      back,
      programme: typographic(sheet.programmeName),
      organisation,
      month: period.label,
      until: formatDate(coupon.expiresAt),
      rows: figures
        .filter(({ row }) => !isSettled(row))
        .map(({ row, before, yearBefore }) => {
          const indicator = names.indicator(row.indicator);
          return {
            label: names.title(row),
            about: names.about(row),
            definition: typographic(indicator?.definition ?? ''),
            before: [hintOf('year', yearBefore, sheet), hintOf('month', before, sheet)].filter(
              (hint) => hint !== '',
            ),
            symbol: indicator?.wording.symbol ?? '',
          };
        }),
    },
  };
}
