import { slug } from '../../kernel/french-text.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { Choice, FieldSpec, FormView, Refusal } from '../../platform/forms/form.types.js';
import type { Territory } from '../../programme/programme.types.js';

export const TERRITORIES_PATH = '/administration/territoires';
export const territoryPath = (code: string): string => `${TERRITORIES_PATH}/${slug(code)}`;

const LEVELS: Readonly<Record<string, string>> = {
  region: 'Région',
  departement: 'Département',
  pays: 'Pays',
  intercommunalite: 'Intercommunalité',
  commune: 'Commune',
  quartier: 'Quartier',
  secteur: 'Autre secteur',
};

/** A level in French; data sets may bring others, shown as they are written. */
export const levelWords = (level: string): string =>
  level === 'epci'
    ? 'Intercommunalité'
    : ((Object.hasOwn(LEVELS, level) ? LEVELS[level] : undefined) ?? level);

/** Where a territory may stand: communes hold districts only, and there are hundreds of them. */
function parentField(all: readonly Territory[], present: string | null, own: string | null): FieldSpec {
  const choices = all
    .filter(({ code, level }) => code !== own && (level !== 'commune' || code === present))
    .map(({ code, name }): Choice => ({ value: code, label: `${name} (${code})` }));
  return {
    kind: 'select',
    name: 'parentCode',
    label: 'Se trouve dans',
    choices: [{ value: '', label: 'Aucun autre' }, ...choices],
    value: present ?? '',
  };
}

const inseeField = (value: string | null): FieldSpec => ({
  kind: 'text',
  name: 'inseeCode',
  label: 'Code officiel',
  hint: 'INSEE, ou SIREN d’une intercommunalité : il évite qu’un territoire soit ajouté deux fois.',
  optional: true,
  maxLength: 20,
  value: value ?? '',
});

/** @param all what is known already: the programme's own département is offered first. */
export const departementForm = (
  departements: readonly { code: string; name: string }[],
  all: readonly Territory[],
  refusal: Refusal | null,
): FormView =>
  formView(
    {
      id: 'decoupage',
      action: `${TERRITORIES_PATH}/decoupage/ajout`,
      submit: 'Ajouter ses intercommunalités et communes',
      fields: [
        {
          kind: 'select',
          name: 'departement',
          label: 'Département',
          choices: departements.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
          value: all.find(({ level }) => level === 'departement')?.inseeCode ?? '',
        },
      ],
    },
    refusal,
  );

export const newTerritoryForm = (all: readonly Territory[], refusal: Refusal | null): FormView =>
  formView(
    {
      id: 'territoire',
      action: TERRITORIES_PATH,
      submit: 'Ajouter ce territoire',
      tone: 'plain',
      fields: [
        {
          kind: 'text',
          name: 'code',
          label: 'Code',
          hint: 'En capitales, sans accent ni espace, par exemple « VALLEE-DU-LOT ». Il sert dans les fichiers et ne change plus.',
          maxLength: 80,
        },
        { kind: 'text', name: 'name', label: 'Nom' },
        {
          kind: 'select',
          name: 'level',
          label: 'Niveau',
          choices: Object.entries(LEVELS).map(([value, label]) => ({ value, label })),
          value: 'secteur',
        },
        parentField(all, null, null),
        inseeField(null),
      ],
    },
    refusal,
  );

export const territoryForm = (
  territory: Territory,
  all: readonly Territory[],
  refusal: Refusal | null,
): FormView =>
  formView(
    {
      id: 'territoire',
      action: territoryPath(territory.code),
      submit: 'Enregistrer',
      fields: [
        { kind: 'text', name: 'name', label: 'Nom', value: territory.name },
        parentField(all, territory.parentCode, territory.code),
        inseeField(territory.inseeCode),
      ],
    },
    refusal,
  );
