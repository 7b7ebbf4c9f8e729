import type { FigureAnswer } from '../figures/figure-answer.rules.js';
import { formatDate } from '../kernel/french-date.rules.js';
import { parisTime } from '../kernel/french-instant.rules.js';
import { sentence, typographic } from '../kernel/french-text.rules.js';
import type { PageBody } from '../platform/views/page.types.js';
import { exerciceLabel, periodOf } from '../programme/exercice.rules.js';
import type { Exercice, Programme } from '../programme/programme.types.js';
import type { DataView } from './data-page.types.js';

const API = '/api/v1';
const OPEN_LICENCE = {
  label: 'Texte de la Licence Ouverte',
  href: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
};

/** An exercice with its figures. */
export interface ExerciceFigures {
  exercice: Exercice;
  figures: readonly FigureAnswer[];
}

/** @param seesReserved the reader's own files hold more than what everybody sees. */
export function dataPage(
  programme: Pick<Programme, 'licence' | 'sourceStatement'>,
  years: readonly ExerciceFigures[],
  seesReserved: boolean,
): PageBody<DataView> {
  const all = years.flatMap(({ figures }) => figures);
  const updated = lastUpdate(all);
  return {
    title: 'Données',
    description: 'Les chiffres du programme à télécharger et à réutiliser, avec leur licence et leur source.',
    section: null,
    updated: updated === null ? null : `mis à jour le ${updated}`,
    content: {
      notice: seesReserved
        ? sentence`Vous êtes connecté : vos fichiers de mesures contiennent aussi les chiffres qui attendent d’être validés. Leur colonne « statut » le dit.`
        : null,
      rows: [
        ...years.toReversed().map(({ exercice, figures }) => ({
          label: exerciceLabel(periodOf(exercice)),
          updated: lastUpdate(figures),
          files: [
            ...filesOf(`?year=${exercice.year}`, `de ${exerciceLabel(periodOf(exercice))}`),
            {
              label: 'Chiffres (CSV)',
              href: `${API}/figures.csv?year=${exercice.year}`,
              about: `de ${exerciceLabel(periodOf(exercice))}`,
            },
          ],
        })),
        ...(years.length > 1
          ? [{ label: 'Tous les exercices', updated, files: filesOf('', 'de tous les exercices') }]
          : []),
      ],
      definitions: { label: 'Définitions des indicateurs (CSV)', href: `${API}/indicators.csv` },
      licence: licenceOf(programme.licence),
      source: programme.sourceStatement === '' ? null : typographic(programme.sourceStatement),
    },
  };
}

const filesOf = (query: string, about: string): DataView['rows'][number]['files'] => [
  { label: 'Classeur (XLSX)', href: `${API}/measurements.xlsx${query}`, about },
  { label: 'Mesures (CSV)', href: `${API}/measurements.csv${query}`, about },
];

function licenceOf(licence: string | null): DataView['licence'] {
  if (licence === null) {
    const text = 'Aucune licence de réutilisation n’a encore été choisie pour ces chiffres.';
    return { text, link: null };
  }
  const isOpen = /licence ouverte|etalab/i.test(licence);
  return {
    text: sentence`Ces chiffres sont publiés sous la licence : ${licence}. Citez leur source et la date de leur dernière mise à jour.`,
    link: isOpen ? OPEN_LICENCE : null,
  };
}

/** « 16 décembre 2020 », null without any figure. */
function lastUpdate(figures: readonly FigureAnswer[]): string | null {
  const instants = figures
    .map(({ provenance }) => provenance.lastUpdate)
    .filter((instant) => instant !== null);
  const latest = instants.toSorted().at(-1);
  return latest === undefined ? null : formatDate(parisTime(latest).day);
}
