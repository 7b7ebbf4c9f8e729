import { DomainError } from '../../kernel/domain-error.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { AccentVerdict, HexColour } from './accent-colour.rules.js';
import type { LogoMediaType } from './image-type.rules.js';

/** Longest logo: more would weigh on every page. */
export const LOGO_MAX_BYTES = 300_000;

const UNPROCESSABLE = 422;

/** Why a colour is refused, with the contrast found and the nearest colour that passes; null when it is accepted. */
export function accentRefusal(
  colour: HexColour,
  { accepted, foundTenths, nearest }: AccentVerdict,
): DomainError | null {
  if (accepted) return null;
  const message = sentence`La couleur ${colour} ne se lit pas assez bien : son contraste avec le fond des pages est de ${formatNumber(foundTenths, 1)} pour 1, il en faut au moins 4,5. La plus proche qui convient est ${nearest}.`;
  return new DomainError(
    'illegible_colour',
    'Cette couleur est trop claire pour être lue sur les pages : rien n’a été changé.',
    UNPROCESSABLE,
    [{ path: 'accentColour', code: 'illegible_colour', message }],
  );
}

/** Why a file cannot be the logo. */
export function logoRefusal(bytes: number, mediaType: LogoMediaType | null): DomainError {
  return new DomainError(
    'invalid_logo',
    'Ce fichier ne peut pas servir de logo : rien n’a été changé.',
    UNPROCESSABLE,
    [{ path: 'logo', code: 'invalid_logo', message: logoMessage(bytes, mediaType) }],
  );
}

function logoMessage(bytes: number, mediaType: LogoMediaType | null): string {
  if (bytes === 0) return 'Choisissez un fichier : aucun n’a été envoyé.';
  if (mediaType === null) {
    return sentence`Ce fichier n’est ni une image PNG, ni une JPEG, ni une WebP, d’après son contenu : enregistrez le logo dans l’un de ces formats. Le SVG n’est pas accepté, car il peut contenir un programme.`;
  }
  const kilobytes = Math.ceil(bytes / 1000);
  return sentence`Cette image pèse ${kilobytes} ko, c’est plus que les 300 ko acceptés : réduisez ses dimensions (400 pixels de large suffisent).`;
}
