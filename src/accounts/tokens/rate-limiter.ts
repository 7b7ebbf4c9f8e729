const WINDOW_MS = 60_000;

/** Counts what each token does in a minute that starts with its first request. In memory: a restart forgives. */
export class RateLimiter {
  private readonly windows = new Map<number, { start: number; count: number }>();

  /** @returns null when the request may pass, else the seconds to wait. A limit of 0 never refuses. */
  take(id: number, limit: number, now: number): number | null {
    if (limit === 0) return null;
    const window = this.windows.get(id);
    // A clock set back must not lock a token out.
    if (window === undefined || now - window.start >= WINDOW_MS || now < window.start) {
      this.windows.set(id, { start: now, count: 1 });
      return null;
    }
    if (window.count < limit) {
      window.count += 1;
      return null;
    }
    return Math.max(1, Math.ceil((window.start + WINDOW_MS - now) / 1000));
  }
}
