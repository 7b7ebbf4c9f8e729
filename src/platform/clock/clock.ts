/** The only place that asks what time it is: tests and reproducible runs give another one. */
export abstract class Clock {
  abstract now(): Date;

  /** ISO instant in UTC, to the second: what the database keeps. */
  instant(): string {
    return this.now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  }

  /** Today's day in the programme's zone. */
  today(): string {
    return PARIS_DAY.format(this.now());
  }
}

/** sv-SE writes days as ISO text. */
const PARIS_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Stands still, or where it is set. */
export class FixedClock extends Clock {
  constructor(private instantNow: string) {
    super();
  }

  now(): Date {
    return new Date(this.instantNow);
  }

  set(instant: string): void {
    this.instantNow = instant;
  }
}
