/** The address of the web that people meant, `www.lot.fr` included; null for anything else, which stays text. */
export function webAddress(typed: string): string | null {
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  return URL.canParse(address) ? address : null;
}
