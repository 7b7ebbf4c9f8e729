/** Lets the server answer others before the next piece of long work. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
