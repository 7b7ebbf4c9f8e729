import BetterSqlite3 from 'better-sqlite3';
import { parentPort } from 'node:worker_threads';

/** The thread's program: copies what the journal of a database holds to its main file, without making anybody wait. */
parentPort?.on('message', (file: string) => {
  const database = new BetterSqlite3(file, { fileMustExist: true });
  try {
    database.pragma('wal_checkpoint(PASSIVE)');
  } finally {
    database.close();
  }
  parentPort?.postMessage('copied');
});
