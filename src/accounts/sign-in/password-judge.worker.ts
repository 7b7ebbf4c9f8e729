import { parentPort, workerData } from 'node:worker_threads';
import { strengthOf } from './password-strength.js';

/** One password, one answer, and the thread ends: its dictionaries take 40 MB that a server at rest has no use for. */
const { password, ownWords } = workerData as { password: string; ownWords: string[] };
parentPort?.postMessage(strengthOf(password, ownWords));
