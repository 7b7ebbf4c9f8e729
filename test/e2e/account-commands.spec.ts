import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FLAGS = ['--disable-proto=delete', '--disable-warning=ExperimentalWarning'];

describe('the commands of accounts', () => {
  let folder: string;

  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build.mjs']);
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copil-accounts-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const copil = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...FLAGS, 'dist/cli.js', ...args], {
      env: {
        ...process.env,
        DATABASE_URL: undefined,
        DATA_DIR: folder,
        BASE_URL: 'https://bilan.exemple.fr',
        LANG: 'fr_FR.UTF-8',
        LC_ALL: undefined,
        NODE_OPTIONS: undefined,
      },
      encoding: 'utf8',
    });
    return { status, said: stdout, complained: stderr };
  };

  it.each([
    [['user']],
    [['user', 'create', '--email', 'a@exemple.fr']],
    [['user', 'create', '--email', 'a@exemple.fr', '--role', 'root']],
    [['user', 'list', '--email', 'a@exemple.fr']],
    [['token', 'revoke']],
  ])('answers 2 to wrong usage and opens nothing: %j', (args) => {
    const outcome = copil(...args);
    expect([outcome.status, outcome.said]).toEqual([2, '']);
    expect(outcome.complained).toContain(`copil ${args[0]} `);
    expect(existsSync(join(folder, 'copil.sqlite'))).toBe(false);
  });

  it('prints a one-time link to whoever it invites, and lists them', () => {
    const created = copil('user', 'create', '--email', 'Lea@Exemple.fr', '--role', 'editor', '--json');
    expect([created.status, created.complained]).toEqual([0, '']);
    const answer = JSON.parse(created.said);
    expect(answer).toEqual({ email: 'lea@exemple.fr', role: 'editor', link: expect.any(String) });
    expect(Object.keys(answer)).toEqual(['email', 'role', 'link']);
    expect(answer.link).toMatch(/^https:\/\/bilan\.exemple\.fr\/premiere-connexion\?code=[\w-]{43}$/);
    const kept = readFileSync(join(folder, 'copil.sqlite')).toString('latin1');
    expect(kept).not.toContain(answer.link.slice(-43));
    const plain = copil('user', 'reset', '--email', 'lea@exemple.fr');
    expect(plain.said).toMatch(/^https:\/\/\S+\/premiere-connexion\?code=\S{43}\n$/);
    expect(plain.complained).toContain('une seule fois');
    expect(copil('user', 'list').said).toBe('lea@exemple.fr  lea (Communication, Invitation en attente)\n');
    expect(JSON.parse(copil('user', 'list', '--json').said).items).toEqual([
      expect.objectContaining({ email: 'lea@exemple.fr', name: 'lea', role: 'editor', state: 'invited' }),
    ]);
    const journal = JSON.parse(copil('user', 'export', '--email', 'lea@exemple.fr').said).journal;
    expect(journal).toEqual([
      expect.objectContaining({ action: 'person.invited', actor: 'command' }),
      expect.objectContaining({
        action: 'person.invited',
        after: expect.objectContaining({ renewed: true }),
      }),
      expect.objectContaining({ action: 'person.exported' }),
    ]);
  });

  it('answers 1 to a refusal, with the reason in French', () => {
    const partner = copil('user', 'create', '--email', 'a@exemple.fr', '--role', 'contributor');
    expect([partner.status, partner.said]).toEqual([1, '']);
    expect(partner.complained).toContain('Un partenaire appartient à une organisation');
    const nobody = copil('user', 'reset', '--email', 'a@exemple.fr');
    expect([nobody.status, nobody.complained]).toEqual([1, expect.stringContaining('Personne n’est connu')]);
    expect(copil('user', 'create', '--email', 'pas une adresse', '--role', 'admin').status).toBe(1);
    expect(copil('token', 'revoke', '--name', 'Stand')).toMatchObject({
      status: 1,
      complained: expect.stringContaining('Aucun jeton valable'),
    });
  });

  it('closes, opens and forgets an account, and the journal still verifies', () => {
    copil('user', 'create', '--email', 'lea@exemple.fr', '--role', 'editor', '--name', 'Léa Introuvable');
    expect(copil('user', 'disable', '--email', 'lea@exemple.fr').said).toContain('est désactivé');
    expect(copil('user', 'reset', '--email', 'lea@exemple.fr', '--second-factor')).toMatchObject({
      status: 1,
      complained: expect.stringContaining('n’a pas de second facteur'),
    });
    expect(copil('user', 'reset', '--email', 'lea@exemple.fr').status).toBe(1);
    expect(copil('user', 'enable', '--email', 'lea@exemple.fr').status).toBe(0);
    expect(copil('user', 'anonymise', '--email', 'lea@exemple.fr').status).toBe(0);
    expect(copil('user', 'list').said).toBe(
      'ancien-1@anonyme.invalid  ancien utilisateur (Communication, Anonymisé)\n',
    );
    const told = copil('verify');
    expect([told.status, told.said]).toEqual([0, expect.stringContaining('chaîne intacte')]);
  });

  it('makes tokens whose limits exist, lists and revokes them', () => {
    copil('seed');
    const scope = (limit: string): string => `measurements:write;indicator=${limit}`;
    const mistyped = copil('token', 'create', '--name', 'Stand', '--scope', scope('VISITEUR_STAND'));
    expect([mistyped.status, mistyped.complained]).toEqual([1, expect.stringContaining('VISITEURS_STAND')]);
    const made = copil('token', 'create', '--name', 'Stand', '--scope', scope('visiteurs-stand'), '--json');
    expect(JSON.parse(made.said)).toMatchObject({ name: 'Stand', scope: scope('VISITEURS_STAND') });
    expect(JSON.parse(copil('token', 'list', '--json').said).items).toEqual([
      expect.objectContaining({ name: 'Stand', state: 'valid', createdBy: 'command', ratePerMinute: 600 }),
    ]);
    expect(copil('token', 'revoke', '--name', 'Stand').said).toBe('1 jeton révoqué, avec effet immédiat.\n');
    expect(copil('token', 'list').said).toContain('révoqué, dernier jour');
  });
});
