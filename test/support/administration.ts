import { AuditEntryEntity } from '../../src/platform/audit/audit.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { TestServer } from './application.js';
import type { SignedIn } from './people.js';

/** A browser that is signed in: reads pages, sends forms, follows no redirection. */
export interface Desk {
  read(path: string): Promise<{ status: number; html: string; location: string | null }>;
  send(
    path: string,
    fields: Record<string, string | Blob>,
  ): Promise<{ status: number; html: string; location: string | null }>;
}

/** @param person null for a visitor. */
export function deskOf(server: TestServer, person: SignedIn | null): Desk {
  const ask = async (path: string, init: RequestInit): Promise<Awaited<ReturnType<Desk['read']>>> => {
    const headers = { accept: 'text/html', ...person?.headers, ...init.headers };
    const response = await fetch(`${server.url}${path}`, { ...init, headers, redirect: 'manual' });
    return {
      status: response.status,
      html: await response.text(),
      location: response.headers.get('location'),
    };
  };
  return {
    read: (path) => ask(path, {}),
    send: (path, fields) => ask(path, { method: 'POST', body: bodyOf(fields) }),
  };
}

/** As browsers do: several parts when there is a file, a line of fields otherwise. */
function bodyOf(fields: Record<string, string | Blob>): FormData | URLSearchParams {
  const texts = Object.entries(fields).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  if (texts.length === Object.keys(fields).length) return new URLSearchParams(texts);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** What the journal says of an action, oldest first. */
export async function journalOf(
  server: TestServer,
  action: string,
): Promise<{ actor: string; subject: string | null; before: unknown; after: unknown }[]> {
  const { manager } = server.application.get(UnitOfWork, { strict: false });
  const rows = await manager.find(AuditEntryEntity, { where: { action }, order: { id: 'ASC' } });
  const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
  return rows.map(({ actor, subject, before, after }) => ({
    actor,
    subject,
    before: parsed(before),
    after: parsed(after),
  }));
}
