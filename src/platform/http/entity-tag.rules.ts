/** `"3f…"`, or `W/"3f…"` from a proxy that touched the bytes on their way. */
const TAG = /^(?:W\/)?("[^"]*")$/;

/** Whether an If-None-Match header names this tag: whoever asks has these very bytes already. */
export function namesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((part) => {
    const given = part.trim();
    return given === '*' || TAG.exec(given)?.[1] === tag;
  });
}
