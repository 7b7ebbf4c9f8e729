import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { DomainError, type InputIssue } from '../../kernel/domain-error.js';
import { makeFolder, sayingWhere } from './folders.js';
import {
  MATOMO_SENTENCES,
  matomoEnvironment,
  matomoSettings,
  type MatomoSettings,
} from './matomo-settings.js';

export type DatabaseLocation =
  { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string; readUrl: string | null };

/** Everything the environment decides, checked once at start. */
export interface Configuration {
  port: number;
  host: string;
  /** Public address without a trailing slash; null accepts loopback names only. */
  baseUrl: string | null;
  database: DatabaseLocation;
  dataDir: string;
  /** Data set loaded into an empty database, null for none. */
  seed: string | null;
  reportsDir: string;
  secretKey: string;
  /** Networks whose forwarding headers are believed. */
  trustProxy: string[];
  logLevel: (typeof LOG_LEVELS)[number];
  /** Where e-mails are handed over; null when none are sent. */
  smtpUrl: string | null;
  /** The Matomo whose visits are fetched every day; null for none. */
  matomo: MatomoSettings | null;
}

/** Injection token of the configuration. */
export const CONFIGURATION = Symbol('Configuration');

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const SECRET_MIN_LENGTH = 32;

/** Relative paths start here wherever a command is run from: two working folders must not mean two databases. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform((text) => Number.parseInt(text, 10))
  .refine((value) => value <= 65_535);

const cidrList = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every(isCidr));

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/)
    .default('sqlite:data/copil.sqlite'),
  DATABASE_READ_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+$/)
    .optional(),
  DATA_DIR: z.string().min(1).default('data'),
  SEED: z.string().min(1).default('seeds/oh-my-lot-2020'),
  REPORTS_DIR: z.string().min(1).default('reports/published'),
  SECRET_KEY: z.string().min(SECRET_MIN_LENGTH).optional(),
  TRUST_PROXY: cidrList.default([]),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MATOMO_URL: matomoEnvironment.MATOMO_URL,
  MATOMO_SITE_ID: matomoEnvironment.MATOMO_SITE_ID,
  MATOMO_TOKEN: matomoEnvironment.MATOMO_TOKEN,
  MATOMO_CAMPAIGN: matomoEnvironment.MATOMO_CAMPAIGN,
  MATOMO_PRIVATE_NETWORK: matomoEnvironment.MATOMO_PRIVATE_NETWORK,
});

/** One sentence per variable: what is wrong is said with what to write instead. */
const SENTENCES: Record<string, string> = {
  PORT: 'PORT doit être un numéro de port entre 0 et 65535, par exemple 3000.',
  HOST: 'HOST doit être une adresse d’écoute, par exemple 127.0.0.1 ou 0.0.0.0.',
  BASE_URL: 'BASE_URL doit être l’adresse publique complète, par exemple https://bilan.mon-departement.fr.',
  DATABASE_URL:
    'DATABASE_URL doit commencer par « sqlite: » ou « postgres:// », par exemple sqlite:data/copil.sqlite.',
  DATABASE_READ_URL: 'DATABASE_READ_URL doit être une adresse postgres://…, ou rester vide.',
  DATA_DIR: 'DATA_DIR doit être un dossier, par exemple data.',
  SEED: 'SEED doit être le dossier d’un jeu de données, ou « none » pour une base vide.',
  REPORTS_DIR: 'REPORTS_DIR doit être un dossier, par exemple reports/published.',
  SECRET_KEY: `SECRET_KEY doit compter au moins ${SECRET_MIN_LENGTH} caractères tirés au hasard, par exemple avec « openssl rand -hex 32 ».`,
  TRUST_PROXY:
    'TRUST_PROXY doit être une liste de réseaux séparés par des virgules, par exemple 10.0.0.0/8,192.168.1.4/32 ; ni « true » ni un nombre.',
  SMTP_URL:
    'SMTP_URL doit être l’adresse d’un serveur d’envoi, par exemple smtp://utilisateur:secret@courriel.exemple.fr:587, ou rester vide.',
  LOG_LEVEL: `LOG_LEVEL doit être l’un de : ${LOG_LEVELS.join(', ')}.`,
  ...MATOMO_SENTENCES,
};

/**
 * Reads settings from `source` (the environment by default, completed by `.env`).
 * @throws DomainError `wrong_settings` with one issue per mistake.
 */
export function readConfiguration(source?: Record<string, string | undefined>): Configuration {
  const raw = withoutEmpty(source ?? environmentWithFile());
  const parsed = environment.safeParse(raw);
  const issues: InputIssue[] = [];
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    for (const name of wrong) issues.push(wrongSetting(name, raw[name]));
  }
  const onPostgres = (raw['DATABASE_URL'] ?? '').startsWith('postgres');
  if (onPostgres && raw['SECRET_KEY'] === undefined) {
    issues.push({
      path: 'SECRET_KEY',
      code: 'wrong_setting',
      message: `SECRET_KEY est obligatoire avec PostgreSQL. ${SENTENCES['SECRET_KEY']}`,
    });
  }
  const matomo = parsed.success ? matomoSettings(parsed.data, issues) : null;
  if (!parsed.success || issues.length > 0) {
    throw new DomainError('wrong_settings', 'Des réglages sont à corriger.', 500, issues);
  }
  const settings = parsed.data;
  const dataDir = resolve(ROOT, settings.DATA_DIR);
  const database: DatabaseLocation = onPostgres
    ? { engine: 'postgres', url: settings.DATABASE_URL, readUrl: settings.DATABASE_READ_URL ?? null }
    : { engine: 'sqlite', file: sqliteFile(settings.DATABASE_URL, raw['DATABASE_URL'], dataDir) };
  return {
    port: settings.PORT,
    host: settings.HOST,
    baseUrl: settings.BASE_URL?.replace(/\/+$/, '') ?? null,
    database,
    dataDir,
    seed: settings.SEED === 'none' ? null : resolve(ROOT, settings.SEED),
    reportsDir: resolve(ROOT, settings.REPORTS_DIR),
    secretKey: settings.SECRET_KEY ?? keptSecret(join(dataDir, 'secret.key')),
    trustProxy: settings.TRUST_PROXY,
    logLevel: settings.LOG_LEVEL,
    smtpUrl: settings.SMTP_URL ?? null,
    matomo,
  };
}

function environmentWithFile(): Record<string, string | undefined> {
  const file = join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}

function withoutEmpty(source: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
}

/** What may hold a password is not shown again. */
const SECRETS = new Set([
  'SECRET_KEY',
  'DATABASE_URL',
  'DATABASE_READ_URL',
  'SMTP_URL',
  'MATOMO_URL',
  'MATOMO_TOKEN',
]);

function wrongSetting(name: string, found: string | undefined): InputIssue {
  const shown = SECRETS.has(name) ? '' : ` Trouvé : « ${found ?? ''} ».`;
  return { path: name, code: 'wrong_setting', message: `${SENTENCES[name] ?? name}${shown}` };
}

/** The default database follows DATA_DIR; a given one stands where it says. */
function sqliteFile(url: string, given: string | undefined, dataDir: string): string {
  return given === undefined ? join(dataDir, 'copil.sqlite') : resolve(ROOT, url.slice('sqlite:'.length));
}

/** Generated once, readable by its owner only, kept beside the database. */
function keptSecret(file: string): string {
  if (existsSync(file)) return sayingWhere(file, () => readFileSync(file, 'utf8').trim());
  const secret = randomBytes(32).toString('hex');
  makeFolder(dirname(file));
  sayingWhere(file, () => writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' }));
  return secret;
}

function isCidr(text: string): boolean {
  const [address = '', bits] = text.split('/');
  const version = isIP(address);
  if (version === 0 || bits === undefined || !/^\d{1,3}$/.test(bits)) return false;
  return Number.parseInt(bits, 10) <= (version === 4 ? 32 : 128);
}
