/** True when the person asked for English (`LANG=en`); everything is French otherwise. */
const english = /^en/i.test(process.env.LC_ALL || process.env.LANG || '');

/** Picks the sentence in the person's language. */
export const inLanguage = (french, inEnglish) => (english ? inEnglish : french);

/** Says something on standard error: standard output belongs to what a command prints for programs. */
export const say = (french, inEnglish) => {
  process.stderr.write(`${inLanguage(french, inEnglish)}\n`);
};

/** Thrown when a script must stop with a sentence instead of a stack. */
export class ScriptFailure extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs the body of a script; an expected failure becomes its sentence and its exit status. */
export async function runScript(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof ScriptFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}
