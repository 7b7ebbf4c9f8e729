import { ABSENCES, MARKINGS, QUALIFIERS } from '../../kernel/figure.types.js';
import { formatQuantity } from '../../kernel/french-number.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { counts, mayValidate } from '../../measurements/writer-status.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { FieldSpec, FormView, Refusal } from '../../platform/forms/form.types.js';
import { quantityOfCell } from '../cells/cell-text.rules.js';
import { acceptedExtensions } from '../evidence/evidence-name.rules.js';
import type { PanelMaterial } from './panel-material.service.js';
import { ABSENCE_WORDS, MARKING_WORDS, QUALIFIER_WORDS } from './panel-words.rules.js';

/** A form of the sheet that was sent and refused. */
export interface RefusedForm {
  /** `chiffre`, `justificatif`, `retrait`, `etonnement-unusual`, `retrait-12`. */
  id: string;
  refusal: Refusal;
}

const MOST_SOURCES = 12;

/** Address of one figure's sheet. */
export const panelPath = ({ period, row }: Pick<PanelMaterial, 'period' | 'row'>): string =>
  `/saisie/${period.name}/${row.key}`;

/** The form of a refusal, or of none. */
const refusalOf = (id: string, refused: RefusedForm | null): Refusal | null =>
  refused?.id === id ? refused.refusal : null;

/** The figure, with what is said of it. */
export function sheetForm(material: PanelMaterial, refused: RefusedForm | null): FormView {
  const { row, indicator, caller } = material;
  const current = row.current?.status === 'withdrawn' ? null : row.current;
  const quantity = current === null ? null : quantityOfCell(current);
  const markings = MARKINGS.filter((marking) => marking !== 'revised' || current?.marking === 'revised');
  const fields: FieldSpec[] = [
    {
      kind: 'text',
      name: 'typed',
      label: sentence`Chiffre (unité : ${indicator.unit})`,
      hint: 'Un nombre, « 13k+ » ou « ~250 ». Laissez vide s’il n’y en a pas, et dites pourquoi plus bas.',
      value:
        quantity === null
          ? ''
          : formatQuantity(quantity, indicator.wording, { digits: true, cents: true }).number,
      optional: true,
      maxLength: 300,
    },
    {
      kind: 'select',
      name: 'qualifier',
      label: 'Précision du chiffre',
      choices: QUALIFIERS.map((value) => ({ value, label: QUALIFIER_WORDS[value] })),
      value: current?.qualifier ?? 'exact',
    },
    {
      kind: 'select',
      name: 'absence',
      label: 'S’il n’y a pas de chiffre',
      choices: [
        { value: '', label: 'Un chiffre est donné' },
        ...ABSENCES.map((value) => ({ value, label: ABSENCE_WORDS[value] })),
      ],
      optional: true,
      value: current?.absence ?? '',
    },
    {
      kind: 'select',
      name: 'marking',
      label: 'État du chiffre',
      choices: markings.map((value) => ({ value, label: MARKING_WORDS[value] })),
      value: current?.marking ?? 'final',
    },
    {
      kind: 'text',
      name: 'source',
      label: 'Source',
      hint: 'D’où vient ce chiffre : un relevé, un courriel, un appel avec sa date.',
      value: current?.source ?? '',
      suggestions: sourcesOf(material),
      optional: true,
      maxLength: 2_000,
    },
    {
      kind: 'textarea',
      name: 'note',
      label: 'Note publique',
      hint: 'Se lit avec le chiffre, par tous.',
      value: current?.note ?? '',
      optional: true,
      maxLength: 2_000,
    },
  ];
  if (caller.readsInternal) {
    fields.push({
      kind: 'textarea',
      name: 'internalNote',
      label: 'Note interne',
      hint: 'Pour l’équipe seulement.',
      value: current?.internalNote ?? '',
      optional: true,
      maxLength: 2_000,
    });
  }
  if (current !== null) {
    fields.push({
      kind: 'text',
      name: 'reason',
      label: 'Motif du changement',
      hint: 'Complément, erreur corrigée, autre définition : il reste dans l’historique.',
      optional: true,
      maxLength: 1_000,
    });
  } else fields.push({ kind: 'hidden', name: 'reason', label: '', value: '' });
  fields.push({ kind: 'hidden', name: 'version', label: '', value: String(row.current?.version ?? 0) });
  return formView(
    { id: 'chiffre', action: panelPath(material), submit: 'Enregistrer', fields },
    refusalOf('chiffre', refused),
  );
}

/** Sources that were given before, those of the same slice first. */
function sourcesOf({ row, entered }: PanelMaterial): string[] {
  const isSame = (one: (typeof entered)[number]): boolean =>
    one.campaign === row.campaign && one.organisation === row.organisation && one.channel === row.channel;
  const ordered = [...entered.filter(isSame).toReversed(), ...entered.toReversed()];
  const sources = new Set(ordered.flatMap(({ source }) => source ?? []));
  return [...sources].slice(0, MOST_SOURCES);
}

const reasonField = (label: string, hint?: string): FieldSpec => ({
  kind: 'text',
  name: 'reason',
  label,
  maxLength: 1_000,
  ...(hint === undefined ? {} : { hint }),
});

export const doubtForm = (material: PanelMaterial, code: string, refused: RefusedForm | null): FormView =>
  formView(
    {
      id: `etonnement-${code}`,
      action: `${panelPath(material)}/etonnements/${code}`,
      submit: 'Confirmer',
      tone: 'plain',
      fields: [reasonField('Pourquoi est-ce juste ?')],
    },
    refusalOf(`etonnement-${code}`, refused),
  );

export const uploadForm = (material: PanelMaterial, refused: RefusedForm | null): FormView =>
  formView(
    {
      id: 'justificatif',
      action: `${panelPath(material)}/justificatifs`,
      submit: 'Joindre',
      tone: 'plain',
      fields: [
        {
          kind: 'file',
          name: 'file',
          label: 'Joindre un justificatif',
          hint: 'PDF, image, courriel (.eml, .msg), tableur (.xlsx, .ods, .csv) ou texte, 10 Mo au plus.',
          accept: acceptedExtensions(),
        },
      ],
    },
    refusalOf('justificatif', refused),
  );

export const removalForm = (material: PanelMaterial, id: number, refused: RefusedForm | null): FormView =>
  formView(
    {
      id: `retrait-${id}`,
      action: `${panelPath(material)}/justificatifs/${id}/retrait`,
      submit: 'Retirer le fichier',
      tone: 'danger',
      fields: [reasonField('Pourquoi le retirer ?')],
    },
    refusalOf(`retrait-${id}`, refused),
  );

/** Null where there is nothing to take back, or for whoever may not. */
export function withdrawalForm(material: PanelMaterial, refused: RefusedForm | null): FormView | null {
  const { row, versions, caller } = material;
  if (row.current === null || row.current.status === 'withdrawn') return null;
  if (counts(versions.map(({ answer }) => answer)) && !mayValidate(caller.role)) return null;
  return formView(
    {
      id: 'retrait',
      action: `${panelPath(material)}/retrait`,
      submit: 'Retirer le chiffre',
      tone: 'danger',
      fields: [reasonField('Pourquoi le retirer ?', 'Il ne comptera plus ; son historique reste.')],
    },
    refusalOf('retrait', refused),
  );
}
