import { sentence } from '../../kernel/french-text.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { FieldSpec, Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import type { FirstVisit } from './activation.service.js';
import { EMAIL_FIELD, type EntranceView, entrancePage, NEW_PASSWORD_FIELD } from './sign-in.presenter.js';

const nameField = (value: string): FieldSpec => ({
  kind: 'text',
  name: 'name',
  label: 'Prénom et nom',
  hint: 'Tels que les autres personnes les verront.',
  value,
  autocomplete: 'name',
  maxLength: 100,
});

/** The form of a first visit: the first administrator says who they are, somebody invited is known. */
export function firstVisitPage(visit: FirstVisit, refusal: Refusal | null = null): PageBody<EntranceView> {
  const isAdmin = visit.kind === 'first_admin';
  const form = formView(
    {
      id: 'first-visit',
      action: '/premiere-connexion',
      submit: isAdmin ? 'Créer le compte' : 'Ouvrir mon compte',
      fields: isAdmin
        ? [EMAIL_FIELD, nameField(''), NEW_PASSWORD_FIELD]
        : [nameField(visit.name), NEW_PASSWORD_FIELD],
    },
    refusal,
  );
  return entrancePage({
    heading: isAdmin ? 'Créer le premier compte' : 'Bienvenue',
    description: 'Première connexion par un lien à usage unique.',
    lede: isAdmin
      ? 'Ce compte administre le site : il invite les autres et règle le programme. Un second facteur sera demandé ensuite.'
      : null,
    notice: isAdmin ? null : sentence`Votre compte sera à l’adresse ${visit.email}.`,
    form,
    refusal,
  });
}

/** Without a link there is nothing to fill in: it says where links come from. */
export function noLinkPage(): PageBody<EntranceView> {
  return entrancePage({
    heading: 'Première connexion',
    description: 'Où trouver le lien d’une première connexion.',
    lede: 'Une première connexion se fait par un lien à usage unique.',
    more: [
      { label: 'Vous êtes invité : ouvrez le lien reçu de la personne qui administre ce site.', href: null },
      {
        label:
          'Vous installez Copil : le lien est affiché dans la console au démarrage, tant que personne n’administre le site. Il vaut 30 minutes ; redémarrez le serveur pour en avoir un autre.',
        href: null,
      },
      { label: 'Vous avez déjà un mot de passe : connectez-vous', href: '/connexion' },
    ],
  });
}
