import { bar, barChart, lineChart, series, span, timeline } from '../../../test/support/chart-samples.js';
import { chartPoints, pointSentence } from './point-texts.js';

describe('the walk along a chart', () => {
  it('says each bar as written, with its target', () => {
    const chart = barChart('a', [
      bar('Ambassadeurs', 400, 'près de 400', { target: { value: 420, text: 'cible 420' } }),
    ]);
    expect(chartPoints(chart).map(pointSentence)).toEqual(['Ambassadeurs\u00a0: près de 400, cible 420']);
  });

  it('says a gap as a gap, and what is provisional', () => {
    const chart = lineChart(
      'b',
      ['janv.', 'févr.'],
      [
        series('2020', [], { points: [{ value: 210, text: '210', provisional: true }, null] }),
        series('2019', [90, 97]),
      ],
    );
    expect(chartPoints(chart).map(pointSentence)).toEqual([
      'janv.\u00a0: 2020\u00a0: 210 (provisoire), 2019\u00a0: 90',
      'févr.\u00a0: 2020\u00a0: pas de valeur, 2019\u00a0: 97',
    ]);
    expect(chartPoints(chart)[1]?.elements).toEqual([{ datasetIndex: 1, index: 1 }]);
  });

  it.each([
    [span('A', 0, 1, '450 visiteurs'), 'A\u00a0: janvier, 450 visiteurs'],
    [span('B', 5.67, 8.7, 'été'), 'B\u00a0: de juin à septembre, été'],
    [span('C', 3, 4, '', { openEnd: true }), 'C\u00a0: depuis avril'],
    [span('D', 3, 10, 'x'), 'D\u00a0: d’avril à octobre, x'],
    [span('E', 7, 12, 'x'), 'E\u00a0: d’août à décembre, x'],
    [span('F', null, null, 'remise en question'), 'F\u00a0: remise en question'],
  ])('says an operation of the year: %#', (operation, sentence) => {
    expect(chartPoints(timeline('c', [operation])).map(pointSentence)).toEqual([sentence]);
  });

  it('highlights nothing where nothing is drawn', () => {
    expect(chartPoints(timeline('d', [span('F', null, null, 'x')]))[0]?.elements).toEqual([]);
    expect(chartPoints(barChart('vide', []))).toEqual([]);
  });
});
