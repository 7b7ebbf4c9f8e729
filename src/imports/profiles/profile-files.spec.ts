import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '../../kernel/domain-error.js';
import { builtInProfiles, parseProfile, readProfileFolder } from './profile-files.js';
import { profileText } from './profile-text.rules.js';

const SPOTS = {
  id: 'spots',
  name: 'Spots',
  kind: 'flow',
  signatures: [['Jour', 'Spots']],
  date: { from: 'column', columns: ['Jour'] },
  values: [{ indicator: 'SPOTS_PARTAGES', columns: ['Spots'] }],
};

function refusalOf(action: () => unknown): DomainError {
  try {
    action();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('The profiles that come with Copil', () => {
  it('are all read, and say what the indicators that they name are', () => {
    const profiles = builtInProfiles();
    expect(profiles.length).toBeGreaterThanOrEqual(15);
    for (const { id, values, counts, titles, indicators } of profiles) {
      const named = [
        ...values.map(({ indicator }) => indicator),
        ...(counts?.indicators.map(({ indicator }) => indicator) ?? []),
        ...(titles?.titles.flatMap(({ indicator }) => (indicator === null ? [] : [indicator])) ?? []),
      ];
      const sketched = indicators.map(({ code }) => code);
      expect({ id, unsaid: named.filter((code) => !sketched.includes(code)) }).toEqual({ id, unsaid: [] });
    }
  });

  it('are the same once written and read again', () => {
    for (const profile of builtInProfiles()) {
      expect(parseProfile(profileText(profile), '')).toEqual(profile);
    }
  });
});

describe('A profile file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copil-profiles-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const parse = (change: object) => () =>
    parseProfile(JSON.stringify({ ...SPOTS, ...change }), 'profiles/spots.json');

  it('is refused in one sentence that names the file and the member', () => {
    const refusal = refusalOf(parse({ kind: 'photo' }));
    expect(refusal).toMatchObject({ code: 'invalid_profile', issues: [{ path: 'kind' }] });
    expect(refusal.title).toMatch(/profiles\/spots\.json, kind.*"photo".*"snapshot", "flow"/);
  });

  it.each([
    [{ signature: [] }, '', 'signature'],
    [{ signatures: [] }, 'signatures', 'au moins 1'],
    [{ date: null }, 'date', 'd’où vient la date'],
    [{ values: [] }, 'values', 'ce que les colonnes comptent'],
    [{ values: [{ indicator: 'spots', columns: ['Spots'] }] }, 'values.0.indicator', 'en capitales'],
    [{ id: 'Nos Spots' }, 'id', 'minuscules'],
  ])('is refused with %j', (change, path, words) => {
    const [issue] = refusalOf(parse(change)).issues;
    expect(issue?.path).toBe(path);
    expect(issue?.message).toContain(words);
  });

  it('bears the name of its profile', () => {
    writeFileSync(join(folder, 'autre.json'), JSON.stringify(SPOTS));
    expect(refusalOf(() => readProfileFolder(folder)).title).toContain('autre.json, id');
  });
});
