import { capitalise, typographic } from '../../kernel/french-text.rules.js';
import type { Programme } from '../programme.types.js';
import type { LegalTextPage } from './legal-text.types.js';

/** What stands on a page of the law until the team writes its own: true of every installation, to be completed. */
export function proposedLegalText(page: LegalTextPage, programme: Programme): string {
  return typographic(page === 'notices' ? notices(programme) : privacy(programme));
}

/** Where to write, when the programme has a site for the public. */
const siteOf = ({ links }: Programme): string | null =>
  links.find(({ audience, url }) => audience === 'public' && /^https?:\/\//i.test(url))?.url ?? null;

function notices(programme: Programme): string {
  const site = siteOf(programme);
  const licence =
    programme.licence === null
      ? 'Aucune licence de réutilisation n’a encore été choisie pour ces chiffres.'
      : `Les chiffres sont publiés sous la licence : ${programme.licence}.`;
  return `## Éditeur

Ce site présente les chiffres du programme « ${programme.name} ».
Porteur du programme et éditeur du site : ${capitalise(programme.carriedBy)}.${site === null ? '' : `\nSite du programme : ${site}`}

## Directeur de la publication

À compléter : nom et fonction de la personne qui représente l’éditeur.

## Hébergement

À compléter : nom, adresse et téléphone de l’hébergeur.

## Réutilisation

${licence} Citez leur source et la date de leur dernière mise à jour, indiquées en bas de chaque page.

## Logiciel

Ce site est produit par Copil, logiciel libre sous licence EUPL 1.2. Les polices Bricolage Grotesque et Source Sans 3 sont publiées sous licence OFL.`;
}

function privacy(programme: Programme): string {
  const site = siteOf(programme);
  return `## Responsable du traitement

${capitalise(programme.carriedBy)}, qui édite le site du programme « ${programme.name} ».

## Si vous lisez les pages sans compte

- Aucune mesure d’audience n’est faite ; aucune police ni aucun service d’un autre site n’est appelé.
- Le journal technique garde, pour chaque demande, un numéro, l’heure, le modèle de page, le résultat et la durée : ni adresse IP, ni nom.
- Les chiffres publiés sont des totaux. Les seules personnes nommées le sont pour leur rôle public au comité de pilotage.

## Cookies

Ce site ne dépose que des cookies strictement nécessaires, qui ne servent ni à suivre ni à mesurer : il n’y a donc pas de bandeau à accepter.

- La session, pour qui se connecte : elle s’arrête après 30 minutes sans activité, et au bout de 8 heures au plus.
- Le lien à usage unique, pendant que l’on choisit son mot de passe.
- Le lien de partage, pour qui ouvre par lui une page réservée.

Lire une page publique n’en dépose aucun.

## Si vous avez un compte

Finalités : vous laisser entrer, limiter ce que chacun peut lire et modifier, savoir qui a fait quoi, et repérer les tentatives d’intrusion. Base légale : la mission d’intérêt public de l’éditeur.

Données traitées :

- Le compte : nom, adresse e-mail, rôle, organisation, date de la dernière connexion. Le mot de passe et les codes de secours ne sont gardés que sous forme d’empreinte ; la clé du second facteur est chiffrée.
- Les rappels par courriel de ce que vous devez donner : le mois, le jour d’envoi, et votre choix d’en recevoir.
- Les appareils connectés : navigateur et système, heures d’ouverture et de dernière activité.
- Le journal : ce que vous avez modifié, et quand ; vos connexions, leurs échecs, et l’adresse IP d’où ils venaient.
- Les tentatives de connexion, sous une forme qui ne permet pas de retrouver l’adresse, pour ralentir qui devine.

## Si vous donnez des chiffres par un coupon de saisie

Aucun compte n’est créé et votre nom n’est pas demandé : les chiffres sont signés du coupon et de votre organisation. L’adresse e-mail où le coupon a été envoyé sert à cet envoi seulement.

## Durées

- Le compte : jusqu’à son anonymisation, à votre demande ou à votre départ. Ce que vous avez fait reste, sans votre nom.
- Les connexions notées au journal : 12 mois.
- Les adresses IP : tronquées au bout de 30 jours, effacées au bout de 12 mois.
- L’adresse où un coupon de saisie a été envoyé : 30 jours après la fin du coupon, 12 mois au journal.
- Les sessions : 8 heures au plus. Les tentatives de connexion : un jour ou deux.

## Destinataires

Les personnes qui administrent ce site et son hébergeur. Rien n’est vendu, ni transmis à d’autres, ni transféré hors de l’Union européenne.

## Vos droits

Vous pouvez accéder aux données qui vous concernent, en recevoir une copie, les faire corriger ou effacer, limiter leur traitement ou vous y opposer. Adressez-vous à la personne qui administre ce site${site === null ? '' : `, ou par le site ${site}`}.

Délégué à la protection des données (DPO) : à compléter, nom et adresse où lui écrire.

Si la réponse ne vous satisfait pas, vous pouvez saisir la Commission nationale de l’informatique et des libertés (CNIL) : https://www.cnil.fr/fr/plaintes`;
}
