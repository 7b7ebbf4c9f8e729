import { errorCode } from '../../kernel/error-code.js';
import { looksLikeSecret } from '../../platform/security/secrets.js';
import { type PageAnswer, type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { type EntranceView, entrancePage } from './sign-in.presenter.js';

/** A form is filled in within the half hour; the link itself may live longer and be followed again. */
const COOKIE_SECONDS = 30 * 60;

/**
 * Follows a one-time link: its secret goes from the address, which histories and proxies keep, to a cookie, and the page
 * opens under its own address. Using it up takes the form: a preview that opens links wastes none.
 */
export const followLink = (secret: string, path: string): PageAnswer<EntranceView> =>
  looksLikeSecret(secret)
    ? new SeeOther(path, [{ name: 'link', value: secret, maxAgeSeconds: COOKIE_SECONDS }])
    : closedLinkPage();

/** Answers with what a link opens, or says what to do when it opens nothing any more. */
export async function throughLink(
  work: () => Promise<PageAnswer<EntranceView>>,
): Promise<PageAnswer<EntranceView>> {
  try {
    return await work();
  } catch (error) {
    if (errorCode(error) === 'link_expired') return closedLinkPage();
    throw error;
  }
}

function closedLinkPage(): PageBody<EntranceView> {
  return {
    ...entrancePage({
      heading: 'Ce lien ne fonctionne plus',
      description: 'Un lien à usage unique qui a déjà servi ou qui a expiré.',
      lede: 'Il a déjà servi, il a expiré, ou il a été remplacé par un plus récent.',
      status: 410,
      more: [
        { label: 'Vous avez déjà choisi votre mot de passe ? Connectez-vous', href: '/connexion' },
        { label: 'Mot de passe oublié ? Demandez un nouveau lien', href: '/mot-de-passe-oublie' },
        { label: 'Invitation expirée ? La personne qui administre ce site peut la renouveler.', href: null },
      ],
    }),
    cookies: [{ name: 'link', value: null }],
  };
}
