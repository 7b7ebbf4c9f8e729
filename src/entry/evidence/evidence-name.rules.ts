import type { EvidenceKind } from './evidence.types.js';

const LONGEST_NAME = 120;

/** Extensions of each kind, the usual one first, and how it is sent. */
const KINDS: Readonly<
  Record<EvidenceKind, { extensions: readonly string[]; mediaType: string; words: string }>
> = {
  pdf: { extensions: ['pdf'], mediaType: 'application/pdf', words: 'un PDF' },
  png: { extensions: ['png'], mediaType: 'image/png', words: 'une image PNG' },
  jpeg: { extensions: ['jpg', 'jpeg', 'jfif'], mediaType: 'image/jpeg', words: 'une image JPEG' },
  webp: { extensions: ['webp'], mediaType: 'image/webp', words: 'une image WebP' },
  gif: { extensions: ['gif'], mediaType: 'image/gif', words: 'une image GIF' },
  email: { extensions: ['eml'], mediaType: 'message/rfc822', words: 'un courriel' },
  outlook: { extensions: ['msg'], mediaType: 'application/vnd.ms-outlook', words: 'un courriel d’Outlook' },
  xlsx: {
    extensions: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    words: 'un classeur Excel',
  },
  ods: {
    extensions: ['ods'],
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    words: 'un classeur OpenDocument',
  },
  csv: { extensions: ['csv', 'tsv'], mediaType: 'text/csv', words: 'un fichier CSV' },
  text: { extensions: ['txt'], mediaType: 'text/plain', words: 'du texte' },
};

export const mediaTypeOf = (kind: EvidenceKind): string => KINDS[kind].mediaType;
export const kindWords = (kind: EvidenceKind): string => KINDS[kind].words;

/** The kind that a media type of ours stands for. */
export function kindOfMediaType(mediaType: string): EvidenceKind | null {
  const found = (Object.keys(KINDS) as EvidenceKind[]).find((kind) => KINDS[kind].mediaType === mediaType);
  return found ?? null;
}

/** Every extension that is taken, as file fields ask for it: `.pdf,.png,…`. */
export const acceptedExtensions = (): string =>
  Object.values(KINDS)
    .flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
    .join(',');

/**
 * A name as a label: without folders, without what cannot be seen or turns the direction of writing, and short enough
 * for a line. Its extension is kept.
 */
export function labelOf(name: string): string {
  const base = name.normalize('NFC').replace(/^.*[/\\]/s, '');
  const visible = base
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  const label = visible === '' ? 'justificatif' : visible;
  const characters = [...label];
  if (characters.length <= LONGEST_NAME) return label;
  const extension = extensionOf(label);
  const kept = extension === '' || extension.length > 10 ? '' : `.${extension}`;
  return `${characters.slice(0, LONGEST_NAME - kept.length - 1).join('')}…${kept}`;
}

/** What follows the last dot, in small letters; empty without a dot. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** The kind that a content and a name agree on: text is what its extension says. Null when they do not agree. */
export function agreedKind(kind: EvidenceKind, name: string): EvidenceKind | null {
  const extension = extensionOf(name);
  const possible: readonly EvidenceKind[] =
    kind === 'text' ? ['text', 'csv'] : kind === 'email' ? ['email', 'text'] : [kind];
  return possible.find((one) => KINDS[one].extensions.includes(extension)) ?? null;
}
