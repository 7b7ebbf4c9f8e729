import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const ORPHAN_CHECK_MS = 250;

/** The status a shell would give for the end of a child process. */
const exitStatus = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 0);

/** Runs a program to its end and answers its exit status; a program that cannot be started rejects. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(exitStatus(code, signal)));
  });
}

/** Runs a program to its end and answers what it wrote, with its status. */
export function capture(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const written = { stdout: [], stderr: [] };
    for (const name of ['stdout', 'stderr']) child[name].on('data', (chunk) => written[name].push(chunk));
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({
        status: exitStatus(code, signal),
        stdout: Buffer.concat(written.stdout).toString(),
        stderr: Buffer.concat(written.stderr).toString(),
      }),
    );
  });
}

/**
 * Runs a program in this console as if it had been typed directly: signals reach it once, and this process outlives
 * it to give its exit status. A Ctrl-C is sent by the terminal to the whole group, child included, and npm repeats
 * it: passing it on would look like an impatient second Ctrl-C and cut short a graceful stop.
 */
export async function runInForeground(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  const forwarded = new Set();
  const forward = (signal) => {
    const sentByTerminal = signal !== 'SIGTERM' && process.stdin.isTTY;
    if (sentByTerminal || forwarded.has(signal)) return;
    forwarded.add(signal);
    child.kill(signal);
  };
  for (const signal of FORWARDED) process.on(signal, forward);
  const parent = process.ppid;
  // npm hands a signal to the shell between it and us, which dies of it without a word.
  const orphanCheck = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) forward('SIGTERM');
  }, ORPHAN_CHECK_MS);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(exitStatus(code, signal)));
    });
  } finally {
    clearInterval(orphanCheck);
    for (const signal of FORWARDED) process.off(signal, forward);
  }
}
