/** Shapes that stand beside the word of a state: told apart without colour, on paper and in forced colours. */
const SHAPES = {
  disc: '<circle cx="6" cy="6" r="5"/>',
  ring: '<circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  diamond: '<path d="M6 .4 11.6 6 6 11.6.4 6z"/>',
  triangle: '<path d="M6 .8 11.6 11H.4z"/>',
  square: '<path d="M1.2 1.2h9.6v9.6H1.2z"/>',
  half: '<circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M6 1.8a4.2 4.2 0 0 1 0 8.4z"/>',
  hatched:
    '<path d="M1 1h10v10H1zM1 6l5-5M1 11 11 1M6 11l5-5" fill="none" stroke="currentColor" stroke-width="1.4"/>',
  pause: '<path d="M1.8 1h3v10h-3zM7.2 1h3v10h-3z"/>',
  cross: '<path d="m1.5 1.5 9 9m0-9-9 9" fill="none" stroke="currentColor" stroke-width="2"/>',
  check: '<path d="M1.2 6.6 4.4 9.8 10.8 2.4" fill="none" stroke="currentColor" stroke-width="2"/>',
  rising:
    '<path d="M1 10.5 5 6.5l2 2L11 3M7.4 2.6H11v3.6" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  plus: '<path d="M4.7 1h2.6v3.7H11v2.6H7.3V11H4.7V7.3H1V4.7h3.7z"/>',
  barred:
    '<circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M2.6 6h6.8" fill="none" stroke="currentColor" stroke-width="1.8"/>',
  up: '<path d="M3.2 1.8h7v7H8V5.6L3 10.6 1.4 9l5-5H3.2z"/>',
  down: '<path d="M3.2 10.2h7v-7H8v3.2L3 1.4 1.4 3l5 5H3.2z"/>',
  level: '<path d="M1 3.2h10v2.2H1zM1 6.8h10V9H1z"/>',
  forward: '<path d="M1 1.5 6 6l-5 4.5zM6 1.5 11 6l-5 4.5z"/>',
} satisfies Record<string, string>;

/** Name of a shape. */
export type Shape = keyof typeof SHAPES;

/** A shape as inline SVG in the colour of the text around it; silent for screen readers, which hear the word. */
export function iconSvg(shape: Shape): string {
  return `<svg class="shape" viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true" focusable="false">${SHAPES[shape]}</svg>`;
}
