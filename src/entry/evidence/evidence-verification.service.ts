import { Inject, Injectable } from '@nestjs/common';
import { quote } from '../../kernel/decimal-string.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { EvidenceFiles, sha256Of } from './evidence-files.service.js';
import { EvidenceRepository } from './evidence.repository.js';

const MOST_TOLD = 100;

/** What looking at every proof found: one French sentence each. */
export interface EvidenceVerification {
  ok: boolean;
  files: number;
  findings: string[];
}

/** Looks whether each proof is on the disk, as it came. Changes nothing. */
@Injectable()
export class EvidenceVerifier {
  constructor(
    @Inject(EvidenceRepository) private readonly rows: EvidenceRepository,
    @Inject(EvidenceFiles) private readonly files: EvidenceFiles,
  ) {}

  async verify(): Promise<EvidenceVerification> {
    const findings: string[] = [];
    let files = 0;
    for (
      let rows = await this.rows.after(0);
      rows.length > 0;
      rows = await this.rows.after(rows.at(-1)?.id ?? 0)
    ) {
      for (const { id, originalName, storedName, sha256 } of rows) {
        files += 1;
        const bytes = await this.files.read(storedName);
        const name = quote(originalName);
        if (bytes === null)
          findings.push(sentence`Justificatif ${id} (${name}) : son fichier ${storedName} manque.`);
        else if (sha256Of(bytes) !== sha256)
          findings.push(
            sentence`Justificatif ${id} (${name}) : son fichier ${storedName} n’est plus celui qui a été joint.`,
          );
      }
    }
    return { ok: findings.length === 0, files, findings: findings.slice(0, MOST_TOLD) };
  }
}
