/** What `@jest/globals` gives, of the suite that imports it (typescript-hooks.mjs). */
export const { expect, jest } = globalThis;
