import type { PersonState, TokenSummary } from '../../accounts/account.types.js';
import type { ShareLink } from '../../accounts/shares/share-links.service.js';
import { formatNumber, pluralCategory } from '../../kernel/french-number.rules.js';
import { sentence, typographic } from '../../kernel/french-text.rules.js';
import type { Programme } from '../../programme/programme.types.js';
import { type AdministrationRoom, administrationRooms } from '../rooms.rules.js';
import type { AdministrationHomeView } from './home.types.js';

/** What the rooms hold now. */
export interface AdministrationState {
  /** Null in an empty database. */
  programme: Pick<Programme, 'name' | 'visibility'> | null;
  people: readonly { state: PersonState }[];
  /** Those that were not merged into another one. */
  organisations: number;
  /** Those that are still counted. */
  indicators: number;
  annotations: number;
  territories: number;
  tokens: readonly Pick<TokenSummary, 'state'>[];
  shares: readonly Pick<ShareLink, 'state'>[];
}

const PURPOSES: Readonly<Record<AdministrationRoom, string>> = {
  programme: 'Nom, visibilité, couleur, logo et exercices.',
  people: 'Inviter, donner un rôle, aider à revenir, désactiver.',
  organisations: 'Les partenaires, leurs noms au fil du temps, leurs réunions.',
  indicators: 'Ce qui se compte, comment, et dans quels mots.',
  annotations: 'Les dates qui expliquent des chiffres, sur les courbes et dans les bilans.',
  territories: 'Les communes, les intercommunalités et vos propres secteurs.',
  collection: 'Les chiffres attendus, de qui, à quel rythme et jusqu’à quand.',
  profiles: 'Comment les fichiers reçus sont reconnus et lus.',
  entry: 'Qui valide, quand un mois se clôt, quand ce qui manque est rappelé.',
  targets: 'Ce qui est visé, à quel rythme, et qui l’a décidé.',
  opinions: 'Ce que le comité pense de chaque cible, à côté du calcul.',
  tokens: 'Laisser un programme envoyer ou lire des chiffres.',
  shares: 'Ouvrir une page réservée sans compte, pour un temps.',
  journal: 'Qui a fait quoi, et quand.',
  'legal-texts': 'Mentions légales et données personnelles.',
};

const counted = (count: number, one: string, other: string, none = `Aucun ${one}`): string =>
  count === 0 ? none : `${formatNumber(count)} ${pluralCategory(count) === 'one' ? one : other}`;

/** The cards of the first page of Administration. */
export function homeView(state: AdministrationState): AdministrationHomeView {
  const states = roomStates(state);
  return {
    rooms: administrationRooms(null),
    cards: administrationRooms(null).map(({ id, label, href }) => ({
      label,
      href,
      purpose: PURPOSES[id],
      state: typographic(states[id]),
    })),
  };
}

function roomStates(state: AdministrationState): Record<AdministrationRoom, string> {
  const { programme, people, organisations, indicators, territories, annotations, tokens, shares } = state;
  const active = people.filter((person) => person.state === 'active').length;
  const invited = people.filter((person) => person.state === 'invited').length;
  const awaited =
    invited === 0 ? '' : `, ${counted(invited, 'invitation en attente', 'invitations en attente')}`;
  return {
    programme: programme === null ? 'Aucun programme encore.' : programmeWords(programme),
    people: `${counted(active, 'compte actif', 'comptes actifs')}${awaited}.`,
    organisations: `${counted(organisations, 'organisation', 'organisations', 'Aucune organisation')}.`,
    indicators: `${counted(indicators, 'indicateur', 'indicateurs')}.`,
    annotations: `${counted(annotations, 'événement', 'événements')}.`,
    territories: `${counted(territories, 'territoire', 'territoires')}.`,
    collection: 'Ce qui est attendu a sa ligne dans la grille de saisie.',
    profiles: 'Ceux que Copil fournit peuvent être changés, puis rétablis.',
    entry: 'Vaut pour ce qui se décide à partir de maintenant.',
    targets: 'Chaque version reste.',
    opinions: 'Chaque avis reste, avec sa date et son motif.',
    tokens: `${counted(tokens.filter((one) => one.state === 'valid').length, 'jeton valable', 'jetons valables')}.`,
    shares: `${counted(shares.filter((one) => one.state === 'open').length, 'lien ouvert', 'liens ouverts')}.`,
    journal: 'Chaque écriture, connexion et export y est noté.',
    'legal-texts': 'Deux pages, modifiables.',
  };
}

const programmeWords = ({ name, visibility }: Pick<Programme, 'name' | 'visibility'>): string =>
  sentence`« ${typographic(name)} », ${visibility === 'public' ? 'ouvert au public' : 'réservé aux membres'}.`;
