import { HeadingLevels } from './heading-levels.js';

describe('HeadingLevels', () => {
  it('never leaves a level out, whatever the author wrote', () => {
    const levels = new HeadingLevels();
    expect(levels.heading(3)).toBe('H2');
    expect(levels.heading(3)).toBe('H3');
    expect(levels.heading(2)).toBe('H2');
  });

  it('puts titles of charts and tables under the last heading, and siblings side by side', () => {
    const levels = new HeadingLevels();
    expect([levels.title(), levels.title()]).toEqual(['H2', 'H2']);
    levels.heading(2);
    expect([levels.title(), levels.title()]).toEqual(['H3', 'H3']);
    levels.heading(3);
    expect(levels.title()).toBe('H4');
  });

  it('starts again at level 2 with a panel', () => {
    const levels = new HeadingLevels();
    levels.heading(2);
    levels.heading(3);
    expect(levels.aside()).toBe('H2');
    expect(levels.title()).toBe('H3');
  });
});
