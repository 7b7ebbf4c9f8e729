/** One e-mail: plain text, to one person. */
export interface Mail {
  /** A bare address, `jeanne@exemple.fr`. */
  to: string;
  subject: string;
  text: string;
}
