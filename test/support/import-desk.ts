import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TestServer } from './application.js';
import type { SignedIn } from './people.js';

/** A file of the formats that people really receive. */
export const SAMPLE = (name: string): string => join('test/import/samples', name);

/** What was answered: the page, or where it leads. */
interface Answer {
  status: number;
  html: string;
  location: string | null;
}

/** Somebody at the pages of imports. */
export interface ImportDesk {
  read(path: string): Promise<Answer>;
  send(path: string, fields: Record<string, string>): Promise<Answer>;
  /** Drops files. */
  sendFiles(...files: (string | File)[]): Promise<Answer>;
  /** Drops files that are taken. @returns the address of their preview */
  drop(...files: (string | File)[]): Promise<string>;
  /** What a page says, without its markup. */
  text(path: string): Promise<string>;
  /** Presses the button of a preview, as it stands. */
  press(draft: string): Promise<Answer>;
}

/** The words of a page, in one line of plain spaces. */
const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style|head|header|footer)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<option\b(?![^>]* selected)[\s\S]*?<\/option>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .trim();

/** The fields of the form of answers, as a browser would send them. */
export function fieldsOf(html: string): Record<string, string> {
  const form = /<form class="import-form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const fields = new Map<string, string>();
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1];
    const isChoice = /type="(?:radio|checkbox)"/.test(tag);
    if (name !== undefined && name !== '_csrf' && (!isChoice || / checked/.test(tag)))
      fields.set(name, / value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name = '', options = ''] of form.matchAll(
    /<select\b[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields.set(
      name,
      /<option value="([^"]*)" selected/.exec(options)?.[1] ??
        /<option value="([^"]*)"/.exec(options)?.[1] ??
        '',
    );
  return Object.fromEntries(fields);
}

/** @param person who imports */
export function importDeskOf(server: TestServer, person: SignedIn): ImportDesk {
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = { accept: 'text/html', ...person.headers };
    const response = await fetch(`${server.url}${path}`, { ...init, headers, redirect: 'manual' });
    return {
      status: response.status,
      html: await response.text(),
      location: response.headers.get('location'),
    };
  };
  const read = (path: string) => ask(path, {});
  const send = (path: string, fields: Record<string, string>) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields) });
  const sendFiles = (...files: (string | File)[]) => {
    const form = new FormData();
    for (const file of files)
      form.append('files', typeof file === 'string' ? new File([readFileSync(file)], basename(file)) : file);
    return ask('/imports/nouveau', { method: 'POST', body: form });
  };
  return {
    read,
    send,
    sendFiles,
    drop: async (...files) => {
      const { status, location, html } = await sendFiles(...files);
      if (status !== 303 || location === null) throw new Error(`${status} ${wordsOf(html)}`);
      return location;
    },
    text: async (path) => wordsOf((await read(path)).html),
    press: async (draft) => send(draft, fieldsOf((await read(draft)).html)),
  };
}
