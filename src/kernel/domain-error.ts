/** One thing wrong with an input: where (line, path), which code, and a French sentence saying what was found and what to write. */
export interface InputIssue {
  /** 1-based line of the file or index of the batch, when there is one. */
  line?: number;
  /** Column of a file, when there is one. */
  column?: string;
  /** Dotted path of the field, `value` or `measurements.3.value`. */
  path: string;
  code: string;
  message: string;
}

/**
 * A failure the domain knows how to explain. `code` is documented in docs/erreurs.md, `title` is a French sentence
 * for people; `status` is the HTTP status an API gives it.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly title: string,
    readonly status: number,
    readonly issues: InputIssue[] = [],
    readonly details: Record<string, unknown> = {},
  ) {
    super(`${code}: ${title}`);
    this.name = 'DomainError';
  }
}

/** What a terminal shows of any failure: the words of a refusal, one line an issue; the trace of a defect. */
export function describeFailure(error: unknown): string {
  if (error instanceof DomainError) {
    return [error.title, ...error.issues.map((issue) => `- ${issue.message}`)].join('\n');
  }
  return traceOf(error);
}

/** Where a defect came from, as a thread hands it over. */
export const traceOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
