export type Language = 'fr' | 'en';

/** Language of a terminal: English where LANG asks for it, French everywhere else. */
export function terminalLanguage(environment: Record<string, string | undefined> = process.env): Language {
  return /^en([_.@-]|$)/i.test(environment['LC_ALL'] || environment['LANG'] || '') ? 'en' : 'fr';
}
