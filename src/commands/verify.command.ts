import { AuditVerification } from '../platform/audit/audit-verification.service.js';
import { DatabaseVerifier } from '../platform/database/database-verification.repository.js';
import { readArguments } from './arguments.js';
import type { Command } from './command.types.js';
import { noArguments } from './positionals.js';
import { counted } from './words.js';

export const verifyCommand: Command = {
  name: 'verify',
  synopsis: '[--json]',
  summary: {
    fr: 'vérifie la base et la chaîne du journal, sans rien y changer',
    en: 'checks the database and the chain of the journal, and changes nothing',
  },
  changesNothing: true,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
    noArguments(positionals);
    const database = await (await terminal.service(DatabaseVerifier)).verify();
    const journal = await (await terminal.service(AuditVerification)).full();
    const ok = database.ok && journal.ok;
    if (values.json) {
      terminal.say(JSON.stringify({ ok, database, journal }));
      return ok ? 0 : 1;
    }
    for (const finding of [...database.findings, ...journal.findings]) terminal.complain(finding);
    if (journal.untold > 0) {
      terminal.complain(`Et ${counted(journal.untold, 'autre anomalie', 'autres anomalies')} du journal.`);
    }
    const lines = counted(journal.entries, 'ligne', 'lignes');
    terminal.say(
      `Base\u00a0: ${database.ok ? 'intacte' : 'abîmée'} · ` +
        `Journal\u00a0: ${lines}, ${journal.ok ? 'chaîne intacte' : 'chaîne rompue'}`,
    );
    return ok ? 0 : 1;
  },
};
