import { hash, parseOptions, verify } from '@node-rs/argon2';
import { Turns } from './turns.js';

/** OWASP, Password Storage: argon2id's least. 19 MiB and about 20 ms each on a server of today. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Each takes 19 MiB and a core: more at once would only slow each other down. */
const AT_ONCE = 2;

/** At the cost of the others, what no password gives: 16 bytes of salt and 32 of digest, all zero, in base64. */
const NOBODYS = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Argon2id in text form (`$argon2id$v=19$m=…`), at most two at a time: the others wait for their turn. */
export class PasswordHasher {
  private readonly turns = new Turns(AT_ONCE);

  hash(password: string): Promise<string> {
    return this.turns.take(() => hash(password, COST));
  }

  /** Whether a password gives a hash. An absent or unreadable hash takes the same time, and nothing gives it. */
  async verify(known: string | null, password: string): Promise<boolean> {
    const readable = known !== null && costOf(known) !== null ? known : NOBODYS;
    return this.turns.take(() => verify(readable, password));
  }
}

/** Whether a hash was made at another cost than today's. */
export function isOutdated(known: string): boolean {
  const cost = costOf(known);
  return (
    cost === null ||
    cost.memoryCost !== COST.memoryCost ||
    cost.timeCost !== COST.timeCost ||
    cost.parallelism !== COST.parallelism
  );
}

function costOf(known: string): ReturnType<typeof parseOptions> | null {
  try {
    return parseOptions(known);
  } catch {
    return null;
  }
}
