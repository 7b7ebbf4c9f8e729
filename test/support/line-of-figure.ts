import type { StandardLine } from '../../src/exports/standard-line.types.js';
import type { Figure } from '../../src/figures/figures.types.js';

/** A figure as the line of the attached file that tells it. */
export const lineOfFigure = (figure: Figure): StandardLine => ({
  kind: figure.indicator.nature === 'context' ? 'context' : 'actual',
  indicator: figure.indicator.code,
  campaign: figure.campaigns[0]?.code ?? null,
  territory: null,
  channel: null,
  organisation: null,
  periodStart: figure.period?.start ?? '2020-01-01',
  periodEnd: figure.period?.end ?? '2020-12-31',
  quantity: figure.amount,
  absence: null,
  decimals: figure.indicator.wording.decimals,
  status: 'validated',
  source: figure.provenance.sources[0] ?? null,
  note: null,
});
