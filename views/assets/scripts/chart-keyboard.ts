import { pointSentence, type ChartPoint } from '../../../src/platform/charts/point-texts.js';

const HINT = 'Flèches du clavier pour parcourir les valeurs, Échap pour quitter.';

/** The next stop for a key; null leaves the walk, undefined is no key of ours. */
function nextStop(key: string, current: number | null, count: number): number | null | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return current === null ? 0 : Math.min(count - 1, current + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return current === null ? count - 1 : Math.max(0, current - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}

/** Text for screen readers only. */
function hiddenText(id: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'chart-spoken';
  element.id = id;
  element.textContent = text;
  return element;
}

/** Arrow keys walk the points of a drawing; each is shown and said. */
export function walkWithKeys(
  drawing: HTMLElement,
  id: string,
  points: readonly ChartPoint[],
  show: (point: ChartPoint | null) => void,
): void {
  if (points.length === 0) return;
  const hint = hiddenText(`${id}-aide`, HINT);
  const spoken = hiddenText(`${id}-valeur`, '');
  spoken.setAttribute('aria-live', 'polite');
  drawing.append(hint, spoken);
  drawing.tabIndex = 0;
  drawing.setAttribute('role', 'group');
  drawing.setAttribute('aria-roledescription', 'graphique');
  drawing.setAttribute('aria-describedby', hint.id);
  let current: number | null = null;
  const move = (to: number | null): void => {
    current = to;
    const point = to === null ? null : (points[to] ?? null);
    spoken.textContent = point === null ? '' : pointSentence(point);
    show(point);
  };
  drawing.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== drawing) return;
    const next = nextStop(event.key, current, points.length);
    if (next === undefined || (next === null && current === null)) return;
    event.preventDefault();
    move(next);
  });
  drawing.addEventListener('blur', () => {
    if (current !== null) move(null);
  });
}
