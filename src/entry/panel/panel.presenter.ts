import { authorWords } from '../../accounts/people/author-words.rules.js';
import { formatPeriod } from '../../kernel/french-date.rules.js';
import { capitalise, sentence, typographic } from '../../kernel/french-text.rules.js';
import { revisionText } from '../../measurements/revision.rules.js';
import { momentText } from '../../platform/clock/paris-time.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { amountWords } from '../cells/cell-text.rules.js';
import { kindWords } from '../evidence/evidence-name.rules.js';
import { mayRemove } from '../evidence/evidence-rights.rules.js';
import {
  doubtForm,
  removalForm,
  sheetForm,
  uploadForm,
  withdrawalForm,
  type RefusedForm,
} from './panel-forms.presenter.js';
import { pastViews, versionViews } from './panel-history.presenter.js';
import type { PanelMaterial } from './panel-material.service.js';
import { MARKING_WORDS, sizeWords, STATUS_WORDS } from './panel-words.rules.js';
import type { DoubtView, PanelView, ProofView, RemovedProofView } from './panel.types.js';

const NOTICES = new Map([
  ['enregistre', 'Enregistré.'],
  ['vide', 'Le chiffre est retiré.'],
  ['joint', 'Le justificatif est joint.'],
  ['fichier-retire', 'Le justificatif est retiré ; il reste dans l’historique.'],
  ['confirme', 'L’explication est enregistrée avec le chiffre.'],
  ['retire', 'Le chiffre est retiré ; son historique reste.'],
]);

/** The sheet of one figure. */
export function panelPage(
  material: PanelMaterial,
  done: string | undefined,
  refused: RefusedForm | null,
): PageBody<PanelView> {
  const { period, row, indicator, place } = material;
  const current = row.current?.status === 'withdrawn' ? null : row.current;
  const name = typographic(capitalise(indicator.name));
  const notice = done === undefined ? undefined : NOTICES.get(done);
  const heading = sentence`${name}, ${period.label}`;
  return {
    title: heading,
    description: 'Un chiffre, sa source, ses justificatifs et son histoire.',
    section: 'entry',
    updated: null,
    ...(refused === null ? {} : { status: refused.refusal.status }),
    content: {
      back: { label: sentence`Saisie, ${period.label}`, href: `/saisie/${period.name}` },
      heading,
      place,
      definition: typographic(indicator.definition ?? ''),
      said: current === null ? 'Pas encore de chiffre' : saidWords(material),
      state: row.current === null ? { label: 'À saisir', tone: 'calm' } : STATUS_WORDS[row.current.status],
      notice: notice === undefined ? null : sentence`${notice}`,
      toCorrect: row.current?.status === 'returned' ? typographic(row.current.reason ?? '') : '',
      revision: revisionText(material.versions, indicator.wording) ?? '',
      covering: coveringWords(material),
      sheet: sheetForm(material, refused),
      doubts: material.warnings.map((warning) => doubtView(warning, material, refused)),
      proofs: material.evidence
        .filter(({ removal }) => removal === null)
        .map((proof) => proofView(proof, material, refused)),
      removedProofs: material.evidence.flatMap((proof) => removedView(proof, material)),
      upload: current === null ? null : uploadForm(material, refused),
      past: pastViews(material),
      versions: versionViews(material),
      withdrawal: withdrawalForm(material, refused),
    },
  };
}

function saidWords({ row: { current }, indicator }: PanelMaterial): string {
  if (current === null) return '';
  const words = amountWords(current, indicator.wording);
  return current.marking === 'final'
    ? words
    : sentence`${words} (${MARKING_WORDS[current.marking].toLocaleLowerCase('fr')})`;
}

/** « Déjà donné en tout (été 2020) : 250 spots partagés ». */
function coveringWords({ row: { covering }, indicator }: PanelMaterial): string {
  if (covering === null) return '';
  const { periodStart: start, periodEnd: end, precision } = covering;
  const period = formatPeriod({ start, end, precision });
  return sentence`Déjà donné en tout (${period}) : ${amountWords(covering, indicator.wording)}.`;
}

function doubtView(
  { code, message, confirmation }: PanelMaterial['warnings'][number],
  material: PanelMaterial,
  refused: RefusedForm | null,
): DoubtView {
  if (confirmation === null)
    return { code, message, confirmed: '', reason: '', form: doubtForm(material, code, refused) };
  const { reason, author, when } = confirmation;
  const confirmed = sentence`Confirmé le ${momentText(when)} par ${author}`;
  return { code, message, confirmed, reason: typographic(reason), form: null };
}

function proofView(
  proof: PanelMaterial['evidence'][number],
  material: PanelMaterial,
  refused: RefusedForm | null,
): ProofView {
  const { caller, names } = material;
  const { id, name, kind, size, addedAt, addedBy } = proof;
  const author = caller.readsInternal ? sentence` par ${authorWords(addedBy, names)}` : '';
  const what = capitalise(kindWords(kind).replace(/^(?:un|une|du) /, ''));
  return {
    id: String(id),
    name,
    href: `/justificatifs/${id}`,
    about: sentence`${what}, ${sizeWords(size)}, joint le ${momentText(addedAt)}${author}`,
    removal: mayRemove(proof, caller) ? removalForm(material, id, refused) : null,
  };
}

/** A proof that was taken away, with when, by whom and why. */
function removedView(
  { id, name, removal }: PanelMaterial['evidence'][number],
  { names }: PanelMaterial,
): RemovedProofView[] {
  if (removal === null) return [];
  const about = sentence`Retiré le ${momentText(removal.at)} par ${authorWords(removal.by, names)}`;
  return [{ name, href: `/justificatifs/${id}`, about, reason: typographic(removal.reason) }];
}
