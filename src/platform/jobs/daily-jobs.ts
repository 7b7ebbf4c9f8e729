import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clock } from '../clock/clock.js';
import { LOGGER } from '../logging/logger.js';

/** The first readers after a start come before any upkeep. */
const FIRST_AFTER_MS = 2_000;
const LOOKS_EVERY_MS = 60_000;

/** One piece of upkeep. It must be safe to do twice: another server, or a start, may have done it today. */
export interface DailyJob {
  /** For the log: `audit-retention`. */
  name: string;
  work: () => Promise<void>;
}

/**
 * Upkeep that a running server does once a day: soon after its start, then when a new day begins in Paris. Features
 * register theirs when their module starts; commands, which start the same modules, never run them.
 */
@Injectable()
export class DailyJobs implements OnModuleDestroy {
  private readonly jobs: DailyJob[] = [];
  private timer: NodeJS.Timeout | undefined;
  private lastDay: string | null = null;
  private running: Promise<void> | null = null;
  private stopping = false;

  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  register(name: string, work: () => Promise<void>): void {
    this.jobs.push({ name, work });
  }

  /** Begins to watch the days go by. Nothing of it keeps the process alive. */
  start(firstAfterMs = FIRST_AFTER_MS, looksEveryMs = LOOKS_EVERY_MS): void {
    const look = (delay: number): void => {
      this.timer = setTimeout(() => {
        void this.runIfNewDay().then(() => {
          if (!this.stopping) look(looksEveryMs);
        });
      }, delay);
      this.timer.unref();
    };
    look(firstAfterMs);
  }

  /** Does the day's upkeep unless that was done; resolves when what is under way has ended. */
  runIfNewDay(): Promise<void> {
    const today = this.clock.today();
    if (this.running === null && this.lastDay !== today) {
      this.lastDay = today;
      this.running = this.runAll().finally(() => {
        this.running = null;
      });
    }
    return this.running ?? Promise.resolve();
  }

  /** Lets the job under way end: the database closes after it. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** One after the other; one that fails is logged and tried again the next day. */
  private async runAll(): Promise<void> {
    for (const { name, work } of this.jobs) {
      if (this.stopping) return;
      try {
        await work();
      } catch (error) {
        this.logger.error({ err: error, job: name }, 'daily job failed');
      }
    }
  }
}
