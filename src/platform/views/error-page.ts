import { typographic } from '../../kernel/french-text.rules.js';
import type { PageFrame } from './page.types.js';
import { ViewRenderer } from './view-renderer.js';

/** What the filter of errors knows of a failure, in French already. */
export interface ErrorPageContent {
  status: number;
  title: string;
  message: string | null;
  requestId: string;
}

interface Wording {
  title: string;
  advice: string;
}

/** Until a page was shown, or when the database is away, the software signs with its own name. */
export const NEUTRAL_FRAME: PageFrame = {
  programmeName: 'Copil',
  subtitle: 'Comité de pilotage',
  navigation: [],
  searchHref: null,
  publicLink: null,
  source: null,
  footerLinks: [],
};

const WORDINGS: Record<number, Wording> = {
  400: {
    title: 'Cette demande n’a pas été comprise',
    advice: 'Vérifiez l’adresse ou le formulaire, puis recommencez.',
  },
  401: {
    title: 'Il faut se connecter',
    advice:
      'Connectez-vous, puis recommencez : ce que vous aviez fait dans ce formulaire n’a pas été enregistré.',
  },
  403: {
    title: 'Cette page n’est pas ouverte à votre compte',
    advice: 'Si vous devez y accéder, demandez-le à la personne qui administre ce site.',
  },
  404: {
    title: 'Cette page n’existe pas',
    advice: 'L’adresse a peut-être changé, ou le lien suivi contient une erreur.',
  },
  405: {
    title: 'Cette action n’est pas possible ici',
    advice: 'Revenez à la page précédente et passez par ses boutons et ses liens.',
  },
  429: {
    title: 'Trop de demandes en peu de temps',
    advice: 'Patientez une minute, puis recommencez.',
  },
  500: {
    title: 'Un incident est survenu de notre côté',
    advice: 'Recommencez dans un instant ; si cela se reproduit, transmettez le numéro ci-dessous.',
  },
  503: {
    title: 'Le service redémarre ou est très demandé',
    advice: 'Recommencez dans une minute.',
  },
};

const renderer = new ViewRenderer();
let lastFrame: PageFrame = NEUTRAL_FRAME;

/** Keeps what any visitor may see around pages: an error page must not ask the database for the programme's name. */
export function rememberFrame(frame: PageFrame): void {
  lastFrame = frame;
}

/** The page of an error: what happened, what to do, a way back and the number to quote. */
export function renderErrorPage({ status, title, message, requestId }: ErrorPageContent): string {
  const wording = WORDINGS[status] ?? (WORDINGS[status >= 500 ? 500 : 400] as Wording);
  // « Aucun programme n’est installé. Chargez un jeu de données. »: what happened is the title, what to do the advice.
  const [happened = '', ...toDo] = typographic(title).split(/(?<=\.) /);
  const heading = happened === '' ? wording.title : happened.replace(/\.$/, '');
  const content = {
    status,
    heading,
    message: message === null || message === '' ? null : typographic(message),
    advice: toDo.length > 0 ? toDo.join(' ') : typographic(wording.advice),
    // Before any programme there is no dashboard to go back to: the same address, once it is installed.
    back: lastFrame.navigation.length === 0 ? 'Recharger l’accueil' : 'Revenir au tableau de bord',
    requestId,
  };
  const body = { title: heading, description: heading, section: null, updated: null, content };
  return renderer.renderPage('errors/error', body, lastFrame);
}
