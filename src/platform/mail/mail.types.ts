/** Why a mail did not leave. */
export type MailFailure =
  'bad_address' | 'refused' | 'later' | 'no_account' | 'unreachable' | 'not_configured';

/** One e-mail: plain text, to one person. */
export interface Mail {
  /** A bare address, `jeanne@exemple.fr`. */
  to: string;
  subject: string;
  text: string;
}
