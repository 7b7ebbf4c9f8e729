export function enhanceCharts(_root: Document): void {}
