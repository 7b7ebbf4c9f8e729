import { formatInstant } from '../../kernel/french-instant.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { FieldSpec, FieldView, Refusal } from '../../platform/forms/form.types.js';
import type { PageBody, PageLink } from '../../platform/views/page.types.js';
import type { Draft } from '../drafts/draft.types.js';
import type { Trial, TrialState, TriedFile } from '../drafts/trial.types.js';
import { assistantFields, assistantView } from './assistant.presenter.js';
import type { AssistantReader } from './assistant-values.presenter.js';
import type { PreviewFileView, PreviewView } from './preview.types.js';
import { periodFields } from './period-fields.presenter.js';
import { asksPeriod, creationField, questionFields, totalFieldOf } from './question-fields.presenter.js';
import { reportView } from './report.presenter.js';
import { counted, sizeWords } from './report-words.rules.js';

export const IMPORTS_PATH = '/imports';
export const NEW_PATH = `${IMPORTS_PATH}/nouveau`;

const STATES: Readonly<Record<TrialState, PreviewFileView['state']>> = {
  ready: { label: 'Reconnu', tone: 'good', shape: 'check' },
  waiting: { label: 'À préciser', tone: 'watch', shape: 'diamond' },
  unknown: { label: 'Profil inconnu', tone: 'watch', shape: 'diamond' },
  same: { label: 'Déjà là', tone: 'calm', shape: 'level' },
  refused: { label: 'À corriger', tone: 'late', shape: 'cross' },
  unread: { label: 'Refusé', tone: 'late', shape: 'cross' },
};
const NO_TABLE =
  'Aucun tableau n’y est reconnu : il y faut une ligne d’en-têtes et des colonnes. Retirez-le, ou recopiez ses chiffres dans un tableur.';

/** What the page of a draft is made of. */
export interface PreviewInput extends AssistantReader {
  draft: Draft;
  trial: Trial;
  notice: PreviewView['notice'];
  /** What was sent and is to be corrected. */
  refusal: Refusal | null;
}

/** What would become of files, before anything is written. */
export function previewPage(input: PreviewInput): PageBody<PreviewView> {
  const { draft, trial, refusal, notice } = input;
  const path = `${NEW_PATH}/${draft.id}`;
  const files = trial.files.map((tried) => fileView(tried, input));
  const creation = fieldViews(
    trial.creation === null ? [] : [creationField(trial.creation, draft.answers)],
    refusal,
  );
  const totals = fieldViews(
    trial.proposals.map((proposal) => totalFieldOf(proposal, draft.answers)),
    refusal,
  );
  const fields = [
    ...files.flatMap(({ questions, period, choices, assistant }) => [
      ...questions,
      ...(period?.fields ?? []),
      ...choices,
      ...(assistant === null ? [] : assistantFields(assistant)),
    ]),
    ...totals,
  ];
  const when = formatInstant(draft.createdAt) ?? '';
  const count = counted(files.length, 'fichier déposé', 'fichiers déposés');
  return {
    title: 'Vérifier un import',
    description: 'Ce que des fichiers changeraient, avant que rien ne soit écrit.',
    section: 'imports',
    updated: null,
    ...(refusal === null ? {} : { status: refusal.status }),
    content: {
      lede: sentence`${count} le ${when}. Rien n’est encore enregistré : vérifiez, puis importez.`,
      notice,
      problems: (refusal?.issues ?? []).map(({ path: name, message }) => {
        const field = fields.find((one) => one.name === name);
        return { text: message, href: field === undefined ? null : `#${field.id}` };
      }),
      actions: {
        answer: `${path}/reponses`,
        apply: path,
        remove: `${path}/retrait`,
        discard: `${path}/abandon`,
      },
      files,
      creation,
      totals,
      foot: footOf(trial),
    },
  };
}

const fieldViews = (fields: FieldSpec[], refusal: Refusal | null): FieldView[] =>
  formView({ id: 'import', action: '', submit: '', fields }, refusal).fields;

function fileView(tried: TriedFile, input: PreviewInput): PreviewFileView {
  const { file, state, report, refusal } = tried;
  const { id, name, size } = file;
  const isStopped = state === 'unread' || (state === 'unknown' && tried.glimpse === null);
  const asked = state === 'refused' ? { required: [], optional: [] } : questionFields(tried);
  return {
    id,
    name,
    size: sizeWords(size),
    state: isStopped ? STATES.unread : STATES[state],
    refusal: isStopped ? (refusal?.message ?? NO_TABLE) : null,
    report: report === null ? null : reportView(report, input.names),
    sameAs: report === null || report.sameAsBatch === null ? null : sameAs(report.sameAsBatch),
    questions: fieldViews(asked.required, input.refusal),
    period:
      state === 'refused' || !asksPeriod(tried)
        ? null
        : {
            fields: periodFields(id, file.answers.reading.period, input),
            isSaid: file.answers.reading.period !== undefined,
          },
    choices: fieldViews(asked.optional, input.refusal),
    assistant:
      state === 'refused' && file.answers.reading.columns === undefined
        ? null
        : assistantView(tried, input, input.refusal),
  };
}

const sameAs = (batchId: number): PageLink => ({
  label: sentence`l’import n° ${batchId}`,
  href: `${IMPORTS_PATH}/${batchId}`,
});

function footOf({ files, figures, questions }: Trial): PreviewView['foot'] {
  if (questions > 0) {
    const words = sentence`Répondez d’abord à ${counted(questions, 'question', 'questions')}.`;
    return { sentence: words, link: null, submit: null };
  }
  const aside = files.filter(
    ({ state, glimpse }) =>
      state === 'refused' || state === 'unread' || (state === 'unknown' && glimpse === null),
  );
  if (figures > 0) {
    const left =
      aside.length === 0
        ? 'Un import s’annule tant que rien de plus récent ne s’appuie dessus.'
        : sentence`${counted(aside.length, 'fichier est laissé de côté', 'fichiers sont laissés de côté')} : corrigez ce qui est refusé, puis déposez-le de nouveau.`;
    return { sentence: left, link: null, submit: `Importer ${counted(figures, 'chiffre', 'chiffres')}` };
  }
  const same = files.filter(({ state }) => state === 'same');
  const there = same.reduce((sum, { report }) => sum + (report?.unchanged ?? 0), 0);
  if (there === 0) {
    const words =
      aside.length > 0
        ? 'Rien à importer : corrigez ce qui est refusé, puis déposez-le de nouveau.'
        : 'Rien à importer : aucun chiffre ne change.';
    return { sentence: sentence`${words}`, link: null, submit: null };
  }
  const batch = same.map(({ report }) => report?.sameAsBatch ?? null).find((id) => id !== null);
  const words =
    there === 1
      ? 'Rien à importer : ce chiffre est déjà là.'
      : sentence`Rien à importer : ces ${counted(there, 'chiffre', 'chiffres')} sont déjà là.`;
  return { sentence: sentence`${words}`, link: batch === undefined ? null : sameAs(batch), submit: null };
}
