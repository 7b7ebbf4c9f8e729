const WINDOW_MS = 60_000;
const MOST_A_MINUTE = 60;
/** Addresses remembered before those of which the minute has passed are forgotten. */
const MOST_REMEMBERED = 1_000;

/** Counts the drafts that each network address asks for in a minute. In memory: a restart forgives. */
export class DraftLimit {
  private readonly windows = new Map<string, { start: number; count: number }>();

  /** @param now milliseconds. @returns null when the draft may be made, else the seconds to wait. */
  take(address: string, now: number): number | null {
    const window = this.windows.get(address);
    // A clock set back must not lock anybody out.
    if (window === undefined || now - window.start >= WINDOW_MS || now < window.start) {
      if (this.windows.size >= MOST_REMEMBERED) this.forgetBefore(now - WINDOW_MS);
      this.windows.set(address, { start: now, count: 1 });
      return null;
    }
    if (window.count >= MOST_A_MINUTE) return Math.max(1, Math.ceil((window.start + WINDOW_MS - now) / 1000));
    window.count += 1;
    return null;
  }

  private forgetBefore(instant: number): void {
    for (const [address, { start }] of this.windows) if (start <= instant) this.windows.delete(address);
  }
}
