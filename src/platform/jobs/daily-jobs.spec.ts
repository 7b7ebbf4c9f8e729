import { setTimeout as sleep } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import { FixedClock } from '../clock/clock.js';
import { DailyJobs } from './daily-jobs.js';

describe('DailyJobs', () => {
  let clock: FixedClock;
  let lines: string[];
  let jobs: DailyJobs;
  let done: string[];

  beforeEach(() => {
    clock = new FixedClock('2020-12-17T08:00:00Z');
    lines = [];
    const logger: Logger = pino({ base: null }, { write: (line: string) => void lines.push(line) });
    jobs = new DailyJobs(clock, logger);
    done = [];
  });
  afterEach(() => jobs.onModuleDestroy());

  const register = (name: string): void =>
    jobs.register(name, async () => {
      done.push(name);
    });

  it('does each job once a day, the day being that of Paris', async () => {
    register('one');
    register('two');
    await jobs.runIfNewDay();
    clock.set('2020-12-17T22:59:59Z');
    await jobs.runIfNewDay();
    expect(done).toEqual(['one', 'two']);
    clock.set('2020-12-17T23:00:00Z');
    await jobs.runIfNewDay();
    expect(done).toEqual(['one', 'two', 'one', 'two']);
  });

  it('logs a job that fails, and does the others', async () => {
    jobs.register('broken', () => Promise.reject(new Error('no such table')));
    register('sound');
    await jobs.runIfNewDay();
    expect(done).toEqual(['sound']);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 50, job: 'broken', err: { message: 'no such table' }, msg: 'daily job failed' },
    ]);
  });

  it('does not begin again what is still under way', async () => {
    const { promise, resolve } = gate();
    jobs.register('slow', async () => {
      done.push('slow');
      await promise;
    });
    const first = jobs.runIfNewDay();
    clock.set('2020-12-18T08:00:00Z');
    const second = jobs.runIfNewDay();
    resolve();
    await Promise.all([first, second]);
    expect(done).toEqual(['slow']);
    await jobs.runIfNewDay();
    expect(done).toEqual(['slow', 'slow']);
  });

  it('watches by itself once started, and stops with the server, after the job under way', async () => {
    const { promise, resolve } = gate();
    const begun = gate();
    jobs.register('slow', async () => {
      begun.resolve();
      await promise;
      done.push('slow');
    });
    register('never begun');
    jobs.start(1, 1);
    await begun.promise;
    const stopped = jobs.onModuleDestroy();
    resolve();
    await stopped;
    expect(done).toEqual(['slow']);
    clock.set('2020-12-19T08:00:00Z');
    await sleep(20);
    expect(done).toEqual(['slow']);
  });
});

/** A promise and what resolves it. */
function gate(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((resolved) => {
    resolve = resolved;
  });
  return { promise, resolve };
}
