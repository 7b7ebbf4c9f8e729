import { authorWords } from '../../accounts/people/author-words.rules.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { formatInstant } from '../../kernel/french-instant.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { joinList, sentence, typographic } from '../../kernel/french-text.rules.js';
import type { MeasurementStatus } from '../../measurements/measurement.types.js';
import type { PageBody, PageLink } from '../../platform/views/page.types.js';
import type { Batch } from '../batches/batches.service.js';
import type { BatchesView, BatchRowView, BatchView } from './batch-page.types.js';
import type { ImportNames } from './import-names.service.js';
import { IMPORTS_PATH } from './preview.presenter.js';
import { reportView } from './report.presenter.js';
import { changesWords, counted, sizeWords } from './report-words.rules.js';

const SHOWN_NAMES = 3;

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['importe', 'L’import est fait.'],
  ['deja', 'Cet import était déjà fait : rien n’a été enregistré deux fois.'],
  ['annule', 'L’import est annulé : chaque chiffre est comme avant.'],
  ['abandonne', 'Les fichiers déposés sont oubliés : rien n’a été enregistré.'],
]);

/** What a redirection says was done; unknown words say nothing. */
export function noticeOf(done: string | undefined): string | null {
  const words = done === undefined ? undefined : NOTICES.get(done);
  return words === undefined ? null : typographic(words);
}

const when = (instant: string): string => formatInstant(instant) ?? '';

/** What was imported, the newest first. */
export function batchesPage(input: {
  batches: readonly Batch[];
  names: ReadonlyMap<string, string>;
  waiting: readonly { createdAt: string; href: string }[];
  notice: string | null;
  older: string | null;
  newer: string | null;
}): PageBody<BatchesView> {
  const { batches, names, waiting, notice, older, newer } = input;
  return {
    title: 'Imports',
    description: 'Les fichiers importés, par qui, et ce qu’ils ont changé.',
    section: 'imports',
    updated: null,
    content: {
      notice,
      waiting: waiting.map(({ createdAt, href }): PageLink => ({
        label: `fichiers déposés le ${when(createdAt)}`,
        href,
      })),
      rows: batches.map((batch) => rowOf(batch, names)),
      older,
      newer,
    },
  };
}

function rowOf(batch: Batch, names: ReadonlyMap<string, string>): BatchRowView {
  const { id, appliedAt, appliedBy, undoneAt, files } = batch;
  const shown = files.slice(0, SHOWN_NAMES).map(({ name }) => name);
  const others = files.length - shown.length;
  const profiles = [...new Set(files.map(({ report }) => report.profileName ?? 'colonnes choisies'))];
  return {
    when: when(appliedAt),
    href: `${IMPORTS_PATH}/${id}`,
    who: authorWords(appliedBy, names),
    files: joinList(
      others > 0 ? [...shown, others === 1 ? '1 autre' : `${formatNumber(others)} autres`] : shown,
    ),
    profiles: profiles.map(typographic).join(' · '),
    counts: changesWords(sumOf(batch)) ?? 'Aucun changement',
    state:
      undoneAt === null
        ? { label: 'Importé', tone: 'good' }
        : { label: sentence`Annulé le ${when(undoneAt)}`, tone: 'calm' },
  };
}

function sumOf({ files }: Batch): Record<'created' | 'updated' | 'unchanged' | 'conflicts', number> {
  const sum = (count: (file: Batch['files'][number]) => number): number =>
    files.reduce((total, file) => total + count(file), 0);
  return {
    created: sum(({ created }) => created),
    updated: sum(({ updated }) => updated),
    unchanged: sum(({ unchanged }) => unchanged),
    conflicts: sum(({ report }) => report.conflicts),
  };
}

/** What one batch brought, where its figures stand, and whether it can be taken back. */
export function batchPage(input: {
  batch: Batch;
  authors: ReadonlyMap<string, string>;
  names: ImportNames;
  standing: ReadonlyMap<MeasurementStatus, number>;
  /** Whether the reader may open the queue of validation. */
  readsQueue: boolean;
  obstacle: DomainError | null;
  notice: string | null;
}): PageBody<BatchView> {
  const { batch, authors, names, obstacle, notice } = input;
  const { id, appliedAt, appliedBy, undoneAt, undoneBy, files } = batch;
  const path = `${IMPORTS_PATH}/${id}`;
  const sum = sumOf(batch);
  const by = authorWords(appliedBy, authors);
  const said = changesWords(sum) ?? 'Aucun changement';
  const isUndone = undoneAt !== null;
  return {
    title: `Import n°\u00a0${id}`,
    description: 'Ce qu’un import a changé, et d’où venaient ses chiffres.',
    section: 'imports',
    updated: null,
    content: {
      heading: `Import n°\u00a0${id}`,
      lede: sentence`${counted(files.length, 'fichier importé', 'fichiers importés')} le ${when(appliedAt)} par ${by} : ${said}.`,
      notice,
      undone: isUndone
        ? sentence`Annulé le ${when(undoneAt)} par ${authorWords(undoneBy ?? '', authors)} : chaque chiffre est comme avant.`
        : null,
      standing: isUndone ? null : standingOf(input.standing, input.readsQueue),
      files: files.map((file) => ({
        id: `fichier-${file.id}`,
        name: file.name,
        fingerprint: file.sha256,
        size: sizeWords(file.size),
        report: reportView(file.report, names),
      })),
      csv: `${path}/rapport.csv`,
      undo: isUndone || obstacle !== null ? null : undoOf(sum, `${path}/annulation`),
      obstacle:
        isUndone || obstacle === null
          ? null
          : { title: obstacle.title, lines: obstacle.issues.map(({ message }) => message) },
    },
  };
}

function standingOf(
  standing: ReadonlyMap<MeasurementStatus, number>,
  readsQueue: boolean,
): BatchView['standing'] {
  const waiting = standing.get('submitted') ?? 0;
  if (waiting === 0) return null;
  const text = sentence`${counted(waiting, 'chiffre attend sa validation', 'chiffres attendent leur validation')} : rien n’en est publié avant.`;
  return { text, link: readsQueue ? { label: 'À valider', href: '/validation' } : null };
}

function undoOf(
  { created, updated }: Record<'created' | 'updated', number>,
  action: string,
): NonNullable<BatchView['undo']> {
  const parts = [
    ...(created > 0
      ? [`${counted(created, 'valeur nouvelle est retirée', 'valeurs nouvelles sont retirées')}`]
      : []),
    ...(updated > 0
      ? [`${counted(updated, 'valeur remplacée redevient', 'valeurs remplacées redeviennent')} comme avant`]
      : []),
  ];
  return {
    sentence: sentence`${joinList(parts)}. Les indicateurs et les canaux créés restent, sans chiffre. L’historique de chaque chiffre garde la trace de l’import et de son annulation.`,
    action,
    submit: 'Annuler l’import',
  };
}
