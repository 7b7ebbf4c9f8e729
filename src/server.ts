import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppModule, type Surroundings } from './app.module.js';
import { FirstAdminService } from './accounts/sign-in/first-admin.service.js';
import { DatasetsService } from './datasets/datasets.service.js';
import { DomainError } from './kernel/domain-error.js';
import { makeFolder } from './platform/config/folders.js';
import { FileLock } from './platform/database/instance-lock.js';
import { migrate } from './platform/database/migrator.js';
import { DailyJobs } from './platform/jobs/daily-jobs.js';
import { createHttpApplication } from './platform/http/http-application.js';
import { renderErrorPage } from './platform/views/error-page.js';
import { errorCode } from './kernel/error-code.js';

/** The same folder seen from the sources and from the build. */
const ASSETS_DIR = fileURLToPath(new URL('../dist/assets/', import.meta.url));

export interface RunningServer {
  application: NestFastifyApplication;
  /** Where it answers, `http://127.0.0.1:3000`. */
  url: string;
  /**
   * Creates the first administrator, once, within 30 minutes: for the eyes of whoever started the server, never for the
   * log. Null when somebody administers already.
   */
  firstAdminLink: string | null;
  /** Answers what was accepted, closes the database, frees the lock. */
  stop(): Promise<void>;
}

/**
 * Migrates, loads the first data set into an empty database, and listens.
 * @throws DomainError with a French sentence when a setting, the database or the port forbids it.
 */
export async function startServer(surroundings: Surroundings): Promise<RunningServer> {
  const { configuration, logger } = surroundings;
  const { database } = configuration;
  // The lock comes first: a newer version must not migrate the database of a server that still runs.
  const lock = database.engine === 'sqlite' ? takeInstanceLock(database.file) : null;
  try {
    const report = await migrate(database);
    if (report.applied.length > 0) logger.info(report, 'schema brought up to date');
    const application = await createHttpApplication(AppModule.in(surroundings), {
      configuration,
      logger,
      errorPage: renderErrorPage,
      assetsDir: ASSETS_DIR,
    });
    const datasets = application.get(DatasetsService, { strict: false });
    if (configuration.seed !== null && (await datasets.isEmpty())) await datasets.load(configuration.seed);
    await listen(application, configuration);
    application.get(DailyJobs, { strict: false }).start();
    const url = await application.getUrl();
    const firstAdmin = application.get(FirstAdminService, { strict: false });
    return {
      application,
      url,
      firstAdminLink: await firstAdmin.link(localUrl(url)),
      stop: async () => {
        await application.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** An address that people can open: `http://localhost:3000`. */
export const localUrl = (url: string): string =>
  url.replace(/\/\/(?:127\.0\.0\.1|0\.0\.0\.0|\[::1?\])(?=:|$)/, '//localhost');

/** @throws DomainError that says what is wrong with PORT or HOST. */
async function listen(
  application: NestFastifyApplication,
  { port, host }: Surroundings['configuration'],
): Promise<void> {
  try {
    await application.listen(port, host);
  } catch (error) {
    const code = errorCode(error);
    const words = LISTENING_ERRORS[code];
    // What was already opened is closed: a start that fails leaves no worker and no connection behind.
    await application.close();
    if (words === undefined) throw error;
    throw new DomainError('cannot_listen', words(port, host), 500);
  }
}

const wrongHost = (_port: number, host: string): string =>
  `${host} n’est pas une adresse de cette machine : mettez dans HOST 127.0.0.1, ou 0.0.0.0 pour toutes.`;
const LISTENING_ERRORS: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: (port, host) =>
    `Un autre programme écoute déjà sur ${host}, port ${port} : arrêtez-le, ou choisissez un autre PORT.`,
  EACCES: (port) =>
    `Le système ne permet pas d’écouter sur le port ${port} : choisissez un PORT à partir de 1024.`,
  EADDRNOTAVAIL: wrongHost,
  ENOTFOUND: wrongHost,
  EAI_AGAIN: wrongHost,
};

function takeInstanceLock(file: string): FileLock {
  makeFolder(dirname(file));
  const lock = FileLock.acquire(`${file}.lock`);
  if (lock) return lock;
  throw new DomainError(
    'already_running',
    `Copil tourne déjà sur la base ${file}. Arrêtez l’autre serveur, ou donnez une autre DATABASE_URL.`,
    503,
  );
}
