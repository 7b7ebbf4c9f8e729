import { stagePath } from './stage.rules.js';

describe('Where a session goes next', () => {
  it('is what is still asked of it, keeping the page that was wanted', () => {
    expect(stagePath('second_factor')).toBe('/connexion/second-facteur');
    expect(stagePath('second_factor', '/campagnes?annee=2020')).toBe(
      '/connexion/second-facteur?next=%2Fcampagnes%3Fannee%3D2020',
    );
    expect(stagePath('enrolment', '/administration')).toBe(
      '/mon-compte/second-facteur?next=%2Fadministration',
    );
    expect(stagePath('full', '/administration')).toBe('/administration');
  });

  it('is never a page for those who are not signed in, which would send it here again', () => {
    for (const door of ['/connexion', '/connexion/second-facteur?next=%2F', '/premiere-connexion?code=a']) {
      expect(stagePath('full', door)).toBe('/');
      expect(stagePath('second_factor', door)).toBe('/connexion/second-facteur');
    }
    expect(stagePath('full', '/connexions')).toBe('/connexions');
  });
});
