import { z } from 'zod';
import { ROLES } from '../../accounts/account.types.js';

/** What the services refuse in better words comes to them; only what nobody types by hand stops here. */
const typed = (error: string) => z.string({ error }).max(1_000, { error: 'Ce texte est bien trop long.' });

const settings = {
  name: typed('Écrivez le nom de la personne.'),
  role: z.enum(ROLES, { error: 'Choisissez un rôle de la liste.' }),
  organisation: typed('Choisissez une organisation de la liste.').transform((code) =>
    code === '' ? null : code,
  ),
};

/** An invitation, as its form sends it. */
export const invitationForm = z.strictObject({
  email: typed('Écrivez une adresse électronique.'),
  ...settings,
});

/** What is changed of a person. */
export const settingsForm = z.strictObject(settings);

/** The address typed again before somebody is forgotten. */
export const erasureForm = z.strictObject({ email: typed('Écrivez l’adresse de la personne.') });

/** Nothing but the button that was pressed. */
export const pressedButton = z.strictObject({});

/** The number of a person in an address; what is no number is nobody's. */
export const personId = z.string().transform((text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0));

/** `?nom=durand&fait=change`: whom to look for, what was just done. */
export const peopleQuery = z.object({
  nom: z.string().max(200).catch(''),
  fait: z.string().max(50).optional().catch(undefined),
});
export type PeopleQuery = z.output<typeof peopleQuery>;
