import { readArguments } from './arguments.js';
import type { Command } from './command.types.js';
import { noArguments } from './positionals.js';
import { counted } from './words.js';

const REBUILD = '--rebuild';

export const verifyCommand: Command = {
  name: 'verify',
  synopsis: '[--json] [--rebuild]',
  summary: {
    fr: 'vérifie la base, les cumuls, les justificatifs et la chaîne du journal, sans rien y changer ; --rebuild refait les cumuls',
    en: 'checks the database, the roll-ups, the proofs and the chain of the journal, and changes nothing; --rebuild makes the roll-ups anew',
  },
  changesNothing: (args) => !args.includes(REBUILD),
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      json: { type: 'boolean' },
      rebuild: { type: 'boolean' },
    });
    noArguments(positionals);
    const { DatabaseVerifier } = await import('../platform/database/database-verification.repository.js');
    const { AuditVerification } = await import('../platform/audit/audit-verification.service.js');
    const { RollUpsVerifier } = await import('../measurements/roll-ups-verification.service.js');
    const { EvidenceVerifier } = await import('../entry/evidence/evidence-verification.service.js');
    const database = await (await terminal.service(DatabaseVerifier)).verify();
    const journal = await (await terminal.service(AuditVerification)).full();
    const verifier = await terminal.service(RollUpsVerifier);
    if (values.rebuild) await verifier.repair();
    const rollUps = await verifier.verify();
    const evidence = await (await terminal.service(EvidenceVerifier)).verify();
    const ok = database.ok && journal.ok && rollUps.ok && evidence.ok;
    if (values.json) {
      terminal.say(JSON.stringify({ ok, database, journal, rollUps, evidence }));
      return ok ? 0 : 1;
    }
    for (const finding of [
      ...database.findings,
      ...rollUps.findings,
      ...evidence.findings,
      ...journal.findings,
    ])
      terminal.complain(finding);
    if (journal.untold > 0) {
      terminal.complain(`Et ${counted(journal.untold, 'autre anomalie', 'autres anomalies')} du journal.`);
    }
    const lines = counted(journal.entries, 'ligne', 'lignes');
    terminal.say(
      `Base\u00a0: ${database.ok ? 'intacte' : 'abîmée'} · ` +
        `Cumuls\u00a0: ${rollUps.ok ? 'justes' : 'faux'} · ` +
        `Justificatifs\u00a0: ${evidence.ok ? 'présents' : 'abîmés'} · ` +
        `Journal\u00a0: ${lines}, ${journal.ok ? 'chaîne intacte' : 'chaîne rompue'}`,
    );
    return ok ? 0 : 1;
  },
};
