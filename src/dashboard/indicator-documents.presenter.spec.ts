import { buildFigure } from '../../test/support/figure-builder.js';
import { documentsOf } from './indicator-documents.presenter.js';

const year = (number: number, figure: Partial<Parameters<typeof buildFigure>[0]> = {}) => ({
  year: number,
  label: String(number),
  figure: buildFigure({ code: 'AMB', value: 3, period: String(number), ...figure }),
});
const open = (number: number) => ({ year: number, state: 'open' as const });

describe('the documents that quote an indicator', () => {
  it('are the bilans of the exercices that have a value, the latest first, drafts until they are sealed', () => {
    const history = [year(2019), year(2020), year(2021)];
    expect(documentsOf(history, null, [{ year: 2019, state: 'sealed' }, open(2020), open(2021)])).toEqual([
      { label: 'Bilan 2021 (brouillon)', href: '/bilans/2021' },
      { label: 'Bilan 2020 (brouillon)', href: '/bilans/2020' },
      { label: 'Bilan 2019 (scellé)', href: '/bilans/2019' },
    ]);
  });

  it('are none for a year that nobody described, whose bilan is not there', () => {
    expect(documentsOf([year(2019)], null, [])).toEqual([]);
  });

  it('leave out what no bilan writes: the part of a part, and nothing at all', () => {
    expect(documentsOf([year(2020)], { subsetOf: null }, [open(2020)])).toHaveLength(1);
    expect(documentsOf([year(2020)], { subsetOf: 'VISITEURS' }, [open(2020)])).toEqual([]);
    expect(documentsOf([year(2020, { value: null })], null, [open(2020)])).toEqual([]);
  });
});
