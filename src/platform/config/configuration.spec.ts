import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '../../kernel/domain-error.js';
import { readConfiguration } from './configuration.js';

describe('settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copil-settings-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const read = (settings: Record<string, string>) => readConfiguration({ DATA_DIR: folder, ...settings });

  it('has a default for everything, with a database and a secret under DATA_DIR', () => {
    const configuration = read({});
    expect(configuration).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: null,
      database: { engine: 'sqlite', file: join(folder, 'copil.sqlite') },
      trustProxy: [],
      logLevel: 'info',
    });
    expect(configuration.seed).toMatch(/seeds\/oh-my-lot-2020$/);
  });

  it('makes the secret once, for its owner only', () => {
    const first = read({}).secretKey;
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(read({}).secretKey).toBe(first);
    expect(readFileSync(join(folder, 'secret.key'), 'utf8').trim()).toBe(first);
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
  });

  it('treats an empty setting as absent', () => {
    expect(read({ BASE_URL: '', PORT: '' })).toMatchObject({ baseUrl: null, port: 3000 });
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['BASE_URL', 'bilan.example'],
    ['BASE_URL', 'ftp://bilan.example'],
    ['DATABASE_URL', 'mysql://localhost/copil'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '1'],
    ['TRUST_PROXY', '10.0.0.0'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['LOG_LEVEL', 'verbose'],
    ['SECRET_KEY', 'trop-court'],
    ['MATOMO_SITE_ID', 'zéro'],
    ['MATOMO_PRIVATE_NETWORK', 'oui'],
    ['MATOMO_URL', 'file:///etc/passwd'],
    ['MATOMO_URL', 'https://moi:secret@statistiques.exemple.fr'],
  ])('refuses %s=%s with a sentence that names it', (name, value) => {
    const issues = issuesOf(() => read({ [name]: value }));
    expect(issues.map(({ path }) => path)).toEqual([name]);
    expect(issues[0]?.message).toContain(name);
  });

  it('fetches from Matomo once its three settings are there, in https unless it stands near', () => {
    const near = {
      MATOMO_SITE_ID: '7',
      MATOMO_TOKEN: '0123456789abcdef',
      MATOMO_URL: 'http://127.0.0.1:8080/',
    };
    const mistakes = (settings: Record<string, string>) =>
      issuesOf(() => read(settings)).map(({ path }) => path);
    expect(read({}).matomo).toBeNull();
    expect(mistakes({ MATOMO_URL: 'https://m.exemple.fr' })).toEqual(['MATOMO_SITE_ID', 'MATOMO_TOKEN']);
    expect(mistakes(near)).toEqual(['MATOMO_URL']);
    expect(read({ ...near, MATOMO_PRIVATE_NETWORK: 'true' }).matomo).toEqual({
      url: 'http://127.0.0.1:8080/',
      siteId: '7',
      token: '0123456789abcdef',
      campaign: null,
      privateNetwork: true,
    });
  });

  it('never repeats a secret in its sentence', () => {
    expect(issuesOf(() => read({ SECRET_KEY: 'trop-court' }))[0]?.message).not.toContain('trop-court');
  });

  it('says every mistake at once', () => {
    const issues = issuesOf(() => read({ PORT: 'x', LOG_LEVEL: 'y', TRUST_PROXY: 'true' }));
    expect(issues.map(({ path }) => path).toSorted()).toEqual(['LOG_LEVEL', 'PORT', 'TRUST_PROXY']);
  });

  it('asks for a secret on PostgreSQL, where there is no folder to keep one', () => {
    const issues = issuesOf(() => read({ DATABASE_URL: 'postgres://localhost/copil' }));
    expect(issues.map(({ path }) => path)).toEqual(['SECRET_KEY']);
  });

  it('believes networks given as CIDR', () => {
    expect(read({ TRUST_PROXY: '10.0.0.0/8, 2001:db8::/32' }).trustProxy).toEqual([
      '10.0.0.0/8',
      '2001:db8::/32',
    ]);
  });
});

function issuesOf(action: () => unknown) {
  try {
    action();
  } catch (error) {
    if (error instanceof DomainError) return error.issues;
    throw error;
  }
  throw new Error('nothing was refused');
}
