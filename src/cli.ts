import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { commandLine } from './command-line.js';

// A reader that has seen enough (`| head`) closes the pipe: that is no failure of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// V8 lets garbage pile up to hundreds of megabytes before it looks: an import of 100 000 lines took 320 MB for 60 in use.
setFlagsFromString('--heap-growing-percent=40');

process.exitCode = await commandLine(process.argv.slice(2), {
  say: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
});
