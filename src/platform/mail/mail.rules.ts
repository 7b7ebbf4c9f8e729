/** One address and nothing around it: no list, no name, no line that would add a header. */
const BARE_ADDRESS = /^[^\s<>,;:"()[\]\\\p{C}]+@[^\s<>,;:"()[\]\\\p{C}]+$/u;

export const isBareAddress = (text: string): boolean => BARE_ADDRESS.test(text);

/** A header is one line, whatever a name in it holds. */
export const headerText = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/**
 * Who writes: the account of SMTP_URL when it is an address (servers refuse others), else `copil@` the public name.
 *
 * @param baseUrl the public address; null for an installation that only this machine reaches.
 */
export function senderOf(smtpUrl: string, baseUrl: string | null): string {
  const user = decodeURIComponent(new URL(smtpUrl).username);
  if (isBareAddress(user)) return user;
  return `copil@${baseUrl === null ? 'localhost' : new URL(baseUrl).hostname}`;
}
