import { errorCode } from '../../kernel/error-code.js';
import type { MailFailure } from './mail.types.js';

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

/** The reply of the mail server, 550; null when it said nothing. */
export function responseOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('responseCode' in error)) return null;
  return typeof error.responseCode === 'number' ? error.responseCode : null;
}

/** A refusal in 5xx is for good (RFC 5321, section 4.2.1): only the rest is worth another try. */
export const isFinal = (error: unknown): boolean => (responseOf(error) ?? 0) >= 500;

/** What went wrong when a mail was handed over. */
export function failureOf(error: unknown): MailFailure {
  if (errorCode(error) === 'EAUTH') return 'no_account';
  if (responseOf(error) === null) return 'unreachable';
  return isFinal(error) ? 'refused' : 'later';
}

const FAILURES: Readonly<Record<MailFailure, string>> = {
  bad_address: 'son adresse n’est pas celle d’un courriel',
  refused: 'le serveur de courriel l’a refusé',
  later: 'le serveur de courriel a demandé de revenir plus tard',
  no_account: 'le serveur de courriel n’accepte pas le compte de SMTP_URL',
  unreachable: 'aucun serveur de courriel n’a répondu',
  not_configured: 'aucun serveur de courriel n’est réglé',
};

/** « le serveur de courriel l’a refusé »: why a mail did not leave. @param failure as it was kept. */
export const failureWords = (failure: string): string =>
  new Map<string, string>(Object.entries(FAILURES)).get(failure) ?? 'il n’a pas pu être envoyé';
