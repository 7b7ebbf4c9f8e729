const LONGEST = 150;

/** The name of a file as it may be kept and shown: without its folders and without what no screen shows. */
export function shownFileName(sent: string): string {
  const name = sent
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name === '' ? 'fichier sans nom' : [...name].slice(0, LONGEST).join('');
}
