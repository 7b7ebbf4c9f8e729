/** One address as people type it in one shape: trimmed, lower case, Unicode composed. */
export const normalEmail = (text: string): string =>
  // Composed last: the lower case of J and a caron is two characters, and one on other keyboards.
  text.trim().normalize('NFC').toLowerCase().normalize('NFC');

const MOST_CHARACTERS = 254;
/** Something, an @, a domain with a dot: whether mail arrives is known by sending it. */
const SHAPE = /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}@[^\s@<>()[\]\\,;:"\p{C}.]+(?:\.[^\s@<>()[\]\\,;:"\p{C}.]+)+$/u;

/** Whether a normalised text can be an e-mail address. */
export const looksLikeEmail = (text: string): boolean => text.length <= MOST_CHARACTERS && SHAPE.test(text);
