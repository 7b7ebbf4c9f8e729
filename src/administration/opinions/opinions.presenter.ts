import type { Role } from '../../accounts/account.types.js';
import { authorWords } from '../../accounts/people/author-words.rules.js';
import type { Figure } from '../../figures/figures.types.js';
import { OPINION_LABELS, OPINION_MARKS } from '../../figures/opinion.rules.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { capitalise, sentence, slug, typographic } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import { momentText } from '../../platform/clock/paris-time.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { FormView, Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import type { GivenOpinion, Opinion } from '../../targets/opinion.types.js';
import { administrationRooms } from '../rooms.rules.js';
import { meetingChoices, scopeFields, type TargetChoices } from '../targets/target-forms.presenter.js';
import type { DatedExercice } from '../../programme/exercice.rules.js';
import { mayManage, yearChoices, yearWords } from '../targets/target-words.js';
import { TAKEN_BACK } from './opinions.schema.js';
import type { OpinionRowView, OpinionsView } from './opinions.types.js';

export const OPINIONS_PATH = '/administration/avis';

const NOTICES = new Map([['avis', 'L’avis est enregistré, à côté du calcul.']]);

/** What a redirection says was done; unknown words say nothing. */
export function noticeOf(done: string | undefined): string | null {
  const words = done === undefined ? undefined : NOTICES.get(done);
  return words === undefined ? null : sentence`${words}`;
}

const HINTS: Readonly<Record<Opinion, string>> = {
  serene: 'L’objectif est sûr.',
  achievable: 'L’objectif reste à portée.',
  support_needed: 'L’objectif demande une aide ou une décision.',
  compromised: 'L’objectif ne sera pas tenu.',
};

export interface OpinionsInput {
  year: number;
  exercices: readonly DatedExercice[];
  today: IsoDate;
  choices: TargetChoices;
  /** Oldest first. */
  opinions: readonly GivenOpinion[];
  /** What is computed, of an indicator and a campaign. */
  figureOf: (indicator: string, campaign: string | null) => Figure | null;
  /** Names of people by their signatures. */
  authors: ReadonlyMap<string, string>;
  role: Role;
  notice: string | null;
}

const scopeOf = ({ indicator, campaign }: GivenOpinion): string => `${indicator} ${campaign ?? ''}`;

/** The opinions on an exercice, and the form of a new one. */
export function opinionsPage(input: OpinionsInput, refusal: Refusal | null): PageBody<OpinionsView> {
  const { year, exercices, opinions, role, notice, choices } = input;
  const label = yearWords(year, exercices);
  const last = new Map(opinions.map((given) => [scopeOf(given), given]));
  const present = [...last.values()].filter(({ opinion }) => opinion !== null);
  const former = opinions.filter((given) => !present.includes(given)).toReversed();
  const canGive = mayManage(role) && choices.indicators.length > 0;
  return {
    title: `Avis ${label}`,
    description: 'Ce que le comité ou le pilote pense de chaque cible, à côté du calcul.',
    section: 'administration',
    updated: null,
    ...(refusal === null ? {} : { status: refusal.status }),
    content: {
      rooms: administrationRooms('opinions', role),
      notice,
      years: yearChoices(OPINIONS_PATH, exercices, year),
      heading: `Avis sur l’exercice ${label}`,
      present: present.map((given) => rowOf(given, input, true)),
      former: former.map((given) => rowOf(given, input, false)),
      form: canGive ? opinionForm(input, refusal) : null,
    },
  };
}

function rowOf(given: GivenOpinion, input: OpinionsInput, holds: boolean): OpinionRowView {
  const { indicator, campaign, opinion, reason, meeting, givenOn, recordedAt, recordedBy } = given;
  const { indicators, campaigns } = input.choices;
  const figure = holds ? input.figureOf(indicator, campaign) : null;
  const operation = campaigns.find(({ code }) => code === campaign)?.name ?? campaign;
  return {
    indicator: typographic(indicators.find(({ code }) => code === indicator)?.name ?? indicator),
    href: `/indicateurs/${slug(indicator)}?annee=${input.year}`,
    about: operation === null ? 'Ensemble du programme' : typographic(`Opération « ${operation} »`),
    mark: opinion === null ? null : { word: OPINION_LABELS[opinion], ...OPINION_MARKS[opinion] },
    computed: figure === null ? null : capitalise(figure.assessmentText),
    when: capitalise(
      meeting === null ? `le ${formatDate(givenOn)}` : `séance du ${formatDate(meeting.date)}`,
    ),
    recorded: `Enregistré le ${momentText(recordedAt)} par ${authorWords(recordedBy, input.authors)}`,
    reason: typographic(reason ?? ''),
  };
}

function opinionForm({ year, choices, today }: OpinionsInput, refusal: Refusal | null): FormView {
  const opinions = (Object.keys(OPINION_LABELS) as Opinion[]).map((opinion) => ({
    value: opinion,
    label: OPINION_LABELS[opinion],
    hint: HINTS[opinion],
  }));
  return formView(
    {
      id: 'avis',
      action: `${OPINIONS_PATH}?annee=${year}`,
      submit: 'Enregistrer l’avis',
      fields: [
        ...scopeFields(choices),
        {
          kind: 'radio',
          name: 'opinion',
          label: 'Avis',
          choices: [
            ...opinions,
            {
              value: TAKEN_BACK,
              label: 'Aucun',
              hint: 'Retire l’avis donné avant ; il reste dans l’historique.',
            },
          ],
          value: 'serene',
        },
        { kind: 'date', name: 'givenOn', label: 'Donné le', value: today },
        {
          kind: 'select',
          name: 'meetingCode',
          label: 'En séance',
          choices: meetingChoices(choices.meetings),
          optional: true,
          value: '',
        },
        {
          kind: 'textarea',
          name: 'reason',
          label: 'Motif',
          hint: 'Obligatoire quand l’avis contredit le calcul, ou retire un avis.',
          optional: true,
          maxLength: 1_000,
        },
      ],
    },
    refusal,
  );
}
