import { formatInstant } from '../../kernel/french-instant.rules.js';
import { personalDigest, rowHash } from './audit-digest.js';
import { isSignIn, type RetentionLimits, truncatedContent } from './audit-retention.rules.js';
import type { AuditPersonalRow, AuditRow, Facet } from './audit.types.js';
import type { Findings } from './findings.js';

/** What may rightly be missing beside the row in hand. */
export interface Forgetting {
  limits: RetentionLimits;
  /** Whether the chain says that this row lost what it knew of somebody. */
  isForgotten(entryId: number): boolean;
}

const FACETS: readonly Facet[] = ['details', 'address'];
const NAMES: Record<Facet, { added: string; altered: string; missing: string }> = {
  details: {
    added: 'des renseignements personnels lui ont été ajoutés',
    altered: 'ses renseignements personnels ont été modifiés',
    missing: 'ses renseignements personnels manquent avant leur échéance',
  },
  address: {
    added: 'une adresse réseau lui a été ajoutée',
    altered: 'son adresse réseau a été modifiée',
    missing: 'son adresse réseau manque avant son échéance',
  },
};

/** Follows the chain row by row, in the order of identifiers, and tells what was altered since it was written. */
export class ChainWalk {
  /** The last row taken; null before the first one of the journal. */
  private last: { id: number; hashes: readonly string[] } | null = null;

  /** @param fromMiddle the first row taken is not the first of the journal: what it follows is not known. */
  constructor(
    private readonly findings: Findings,
    private readonly start: string,
    private fromMiddle = false,
  ) {}

  get lastId(): number {
    return this.last?.id ?? 0;
  }

  take(row: AuditRow, personal: readonly AuditPersonalRow[], forgetting: Forgetting): void {
    const recomputed = rowHash(row);
    const isAltered = recomputed !== row.hash;
    const expected = this.lastId + 1;
    const isGap = !this.fromMiddle && row.id !== expected;
    const isBroken = !this.fromMiddle && !isGap && !this.precedes(row.previousHash);
    if (isGap) this.findings.add(missingRows(expected, row.id - 1));
    if (isAltered) {
      this.findings.add(
        about(row, 'son contenu ou son empreinte ont été modifiés depuis son enregistrement.'),
      );
    } else {
      if (isBroken) {
        this.findings.add(
          about(row, 'elle ne suit plus la ligne qui la précède : l’une des deux a été réécrite.'),
        );
      }
      this.checkPersonal(row, personal, forgetting);
    }
    // Whichever of its two hashes the next row follows, an altered row was told already.
    this.last = { id: row.id, hashes: [row.hash, recomputed] };
    this.fromMiddle = false;
  }

  /** Whether the last row taken is the one that this hash names. */
  precedes(hash: string): boolean {
    return this.last === null ? hash === this.start : this.last.hashes.includes(hash);
  }

  private checkPersonal(row: AuditRow, personal: readonly AuditPersonalRow[], forgetting: Forgetting): void {
    for (const facet of FACETS) {
      const digest = facet === 'details' ? row.detailsDigest : row.addressDigest;
      const kept = personal.find((one) => one.entryId === row.id && one.facet === facet);
      const words = NAMES[facet];
      if (kept === undefined) {
        if (digest !== null && !mayBeGone(row, facet, forgetting))
          this.findings.add(about(row, `${words.missing}.`));
      } else if (digest === null) this.findings.add(about(row, `${words.added}.`));
      else if (!isAsRecorded(row, kept, digest, forgetting.limits)) {
        this.findings.add(about(row, `${words.altered}.`));
      }
    }
  }
}

function mayBeGone({ id, action, at }: AuditRow, facet: Facet, { limits, isForgotten }: Forgetting): boolean {
  const isExpired = at < limits.details && (facet === 'address' || isSignIn(action));
  return isExpired || isForgotten(id);
}

/** Without its salt, an address is one of which only the network was kept, once its thirty days had passed. */
function isAsRecorded(
  row: AuditRow,
  kept: AuditPersonalRow,
  digest: string,
  limits: RetentionLimits,
): boolean {
  if (kept.salt !== null) return personalDigest(kept) === digest;
  return kept.facet === 'address' && row.at < limits.wholeAddress && isTruncated(kept.content);
}

function isTruncated(content: string): boolean {
  try {
    return truncatedContent(content) === content;
  } catch {
    return false;
  }
}

/** « Ligne 12 du journal (17 décembre 2020 à 9 h 05) : … »; without its moment when that was altered. */
export function about({ id, at }: { id: number; at: string }, words: string): string {
  const moment = formatInstant(at);
  return `Ligne ${id} du journal${moment === null ? '' : ` (${moment})`}\u00a0: ${words}`;
}

/** « La ligne 13 du journal manque. » */
export const missingRows = (first: number, last: number): string =>
  first >= last
    ? `La ligne ${first} du journal manque.`
    : `Les lignes ${first} à ${last} du journal manquent.`;
