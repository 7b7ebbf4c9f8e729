import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copilHere, type Outcome, settingsIn, spawnedCopil } from '../support/command-line.js';

describe('the commands of accounts', () => {
  let folder: string;

  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build.mjs']);
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copil-accounts-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const settings = () => settingsIn(folder, { BASE_URL: 'https://bilan.exemple.fr' });
  const copil = (...args: string[]): Promise<Outcome> => copilHere(settings(), ...args);
  const spawned = (...args: string[]): Outcome => spawnedCopil(settings(), ...args);

  it.each([
    [['user']],
    [['user', 'create', '--email', 'a@exemple.fr']],
    [['user', 'create', '--email', 'a@exemple.fr', '--role', 'root']],
    [['user', 'list', '--email', 'a@exemple.fr']],
    [['token', 'revoke']],
  ])('answers 2 to wrong usage and opens nothing: %j', async (args) => {
    const outcome = await copil(...args);
    expect([outcome.status, outcome.said]).toEqual([2, '']);
    expect(outcome.complained).toContain(`copil ${args[0]} `);
    expect(existsSync(join(folder, 'copil.sqlite'))).toBe(false);
  });

  it('prints a one-time link to whoever it invites, and lists them', async () => {
    const created = spawned('user', 'create', '--email', 'Lea@Exemple.fr', '--role', 'editor', '--json');
    expect([created.status, created.complained]).toEqual([0, '']);
    const answer = JSON.parse(created.said);
    expect(answer).toEqual({ email: 'lea@exemple.fr', role: 'editor', link: expect.any(String) });
    expect(Object.keys(answer)).toEqual(['email', 'role', 'link']);
    expect(answer.link).toMatch(/^https:\/\/bilan\.exemple\.fr\/premiere-connexion\?code=[\w-]{43}$/);
    const kept = readFileSync(join(folder, 'copil.sqlite')).toString('latin1');
    expect(kept).not.toContain(answer.link.slice(-43));
    const plain = await copil('user', 'reset', '--email', 'lea@exemple.fr');
    expect(plain.said).toMatch(/^https:\/\/\S+\/premiere-connexion\?code=\S{43}\n$/);
    expect(plain.complained).toContain('une seule fois');
    expect((await copil('user', 'list')).said).toBe(
      'lea@exemple.fr  lea (Communication, Invitation en attente)\n',
    );
    expect(JSON.parse((await copil('user', 'list', '--json')).said).items).toEqual([
      expect.objectContaining({ email: 'lea@exemple.fr', name: 'lea', role: 'editor', state: 'invited' }),
    ]);
    const journal = JSON.parse((await copil('user', 'export', '--email', 'lea@exemple.fr')).said).journal;
    expect(journal).toEqual([
      expect.objectContaining({ action: 'person.invited', actor: 'command' }),
      expect.objectContaining({
        action: 'person.invited',
        after: expect.objectContaining({ renewed: true }),
      }),
      expect.objectContaining({ action: 'person.exported' }),
    ]);
  });

  it('answers 1 to a refusal, with the reason in French', async () => {
    const partner = await copil('user', 'create', '--email', 'a@exemple.fr', '--role', 'contributor');
    expect([partner.status, partner.said]).toEqual([1, '']);
    expect(partner.complained).toContain('Un partenaire appartient à une organisation');
    const nobody = spawned('user', 'reset', '--email', 'a@exemple.fr');
    expect([nobody.status, nobody.complained]).toEqual([1, expect.stringContaining('Personne n’est connu')]);
    expect((await copil('user', 'create', '--email', 'pas une adresse', '--role', 'admin')).status).toBe(1);
    expect(await copil('token', 'revoke', '--name', 'Stand')).toMatchObject({
      status: 1,
      complained: expect.stringContaining('Aucun jeton valable'),
    });
  });

  it('closes, opens and forgets an account, and the journal still verifies', async () => {
    await copil(
      'user',
      'create',
      '--email',
      'lea@exemple.fr',
      '--role',
      'editor',
      '--name',
      'Léa Introuvable',
    );
    expect((await copil('user', 'disable', '--email', 'lea@exemple.fr')).said).toContain('est désactivé');
    expect(await copil('user', 'reset', '--email', 'lea@exemple.fr', '--second-factor')).toMatchObject({
      status: 1,
      complained: expect.stringContaining('n’a pas de second facteur'),
    });
    expect((await copil('user', 'reset', '--email', 'lea@exemple.fr')).status).toBe(1);
    expect((await copil('user', 'enable', '--email', 'lea@exemple.fr')).status).toBe(0);
    expect((await copil('user', 'anonymise', '--email', 'lea@exemple.fr')).status).toBe(0);
    expect((await copil('user', 'list')).said).toBe(
      'ancien-1@anonyme.invalid  ancien utilisateur (Communication, Anonymisé)\n',
    );
    const told = await copil('verify');
    expect([told.status, told.said]).toEqual([0, expect.stringContaining('chaîne intacte')]);
  });

  it('makes tokens whose limits exist, lists and revokes them', async () => {
    await copil('seed');
    const scope = (limit: string): string => `measurements:write;indicator=${limit}`;
    const mistyped = await copil('token', 'create', '--name', 'Stand', '--scope', scope('VISITEUR_STAND'));
    expect([mistyped.status, mistyped.complained]).toEqual([1, expect.stringContaining('VISITEURS_STAND')]);
    const made = spawned('token', 'create', '--name', 'Stand', '--scope', scope('visiteurs-stand'), '--json');
    expect(JSON.parse(made.said)).toMatchObject({ name: 'Stand', scope: scope('VISITEURS_STAND') });
    expect(JSON.parse((await copil('token', 'list', '--json')).said).items).toEqual([
      expect.objectContaining({ name: 'Stand', state: 'valid', createdBy: 'command', ratePerMinute: 600 }),
    ]);
    expect(spawned('token', 'revoke', '--name', 'Stand').said).toBe(
      '1 jeton révoqué, avec effet immédiat.\n',
    );
    expect((await copil('token', 'list')).said).toContain('révoqué, dernier jour');
  });
});
