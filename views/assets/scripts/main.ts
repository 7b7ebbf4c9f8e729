/**
 * Pages read well without any script: this one only adds to them, and each addition loads its own module when the
 * page holds something for it.
 */
if (document.querySelector('figure[data-chart]') !== null) {
  void import('./charts.js').then(({ enhanceCharts }) => enhanceCharts(document));
}

if (document.querySelector('form.form, [data-copy]') !== null) {
  void import('./forms.js').then(({ enhanceForms }) => enhanceForms(document));
}

const entryForm = document.querySelector<HTMLFormElement>('form[data-grid]');
if (entryForm !== null) {
  void import('./grid/grid.js').then(({ enhanceGrid }) => enhanceGrid(entryForm));
}

const queue = document.querySelector<HTMLElement>('[data-review]');
if (queue !== null) {
  void import('./review.js').then(({ enhanceReview }) => enhanceReview(queue));
}

const drop = document.querySelector<HTMLFormElement>('form[data-drop]');
if (drop !== null) {
  void import('./imports/drop.js').then(({ enhanceDrop }) => enhanceDrop(drop));
}

const preview = document.querySelector<HTMLElement>('[data-preview]');
if (preview !== null) {
  void import('./imports/preview.js').then(({ enhancePreview }) => enhancePreview(preview));
}

export {};
