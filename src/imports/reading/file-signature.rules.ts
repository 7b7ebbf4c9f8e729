import { refuse } from './reading-refusals.rules.js';

const CONVERT =
  'ouvrez-le dans un tableur, choisissez « Enregistrer sous », puis « Classeur Excel (.xlsx) » ou « CSV UTF-8 »';
const ASK = 'demandez un tableau (XLSX ou CSV), ou tapez le chiffre dans la page Saisie';

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Local header, end of an empty archive, first volume of several. */
const ZIP = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
];

const UNREADABLE: { bytes: readonly number[]; what: string; isArchive?: true }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'un PDF' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'une image PNG' },
  { bytes: [0xff, 0xd8, 0xff], what: 'une image JPEG' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'une image GIF' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'un texte mis en forme (RTF)' },
  { bytes: [0x1f, 0x8b], what: 'une archive GZIP', isArchive: true },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'une archive 7-Zip', isArchive: true },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: 'une archive RAR', isArchive: true },
];

/**
 * Tells what a file is by its first bytes, never by its name: an archive, which a workbook is too, or a text.
 * @throws ReadingRefused for everything else.
 */
export function signatureOf(bytes: Uint8Array): 'zip' | 'text' {
  const starts = (signature: readonly number[]): boolean =>
    signature.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0) refuse('empty_file', 'Ce fichier est vide.');
  if (ZIP.some(starts)) return 'zip';
  if (starts(OLE2)) refuseOldWorkbook(bytes);
  const found = UNREADABLE.find((signature) => starts(signature.bytes));
  if (found?.isArchive) {
    refuse(
      'unreadable_archive',
      `Ce fichier est ${found.what} : décompressez-le et déposez ce qu’il contient.`,
    );
  }
  if (found) refuse('not_a_table', `Ce fichier est ${found.what}, pas un tableau : ${ASK}.`);
  if (starts([0xfe, 0xff])) {
    refuse('unreadable_encoding', `Ce fichier est écrit en UTF-16 « gros-boutiste » : ${CONVERT}.`);
  }
  const isUtf16 = starts([0xff, 0xfe]);
  if (!isUtf16 && bytes.includes(0)) {
    refuse('not_a_table', `Ce fichier n’est ni un texte ni un classeur : ${ASK}.`);
  }
  return 'text';
}

/** Since 2007 a workbook in that container is one that a password protects. */
function refuseOldWorkbook(bytes: Uint8Array): never {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))) refuseProtected();
  refuse(
    'old_workbook',
    `Ce fichier est un ancien classeur Excel (.xls), que le logiciel ne lit pas : ${CONVERT}.`,
  );
}

/** @throws ReadingRefused `protected_file`, of a workbook or an archive that asks for a password. */
export function refuseProtected(): never {
  refuse(
    'protected_file',
    'Ce fichier est protégé par un mot de passe : retirez-le dans le tableur, enregistrez, puis déposez-le.',
  );
}

/** @throws ReadingRefused for a page or a document of tags under another name, as many sites call their `.xls`. */
export function refuseDisguise(text: string): void {
  const head = text.slice(0, 1_000);
  if (!/^\s*<[a-z!?]/i.test(head) && !/^\s*MIME-Version:/i.test(head)) return;
  const isXml = /^\s*<\?xml/i.test(head) && !/<html/i.test(head);
  const what = isXml ? 'un document XML' : 'une page HTML';
  refuse('html_in_disguise', `Ce fichier est ${what}, même si son nom dit autre chose : ${CONVERT}.`);
}

/** @throws ReadingRefused for a document of an office suite other than a workbook of ours. */
export function refuseDocument({ what, isWorkbook }: { what: string; isWorkbook: boolean }): never {
  if (isWorkbook)
    refuse('unreadable_workbook', `Ce fichier est ${what}, que le logiciel ne lit pas : ${CONVERT}.`);
  refuse('not_a_table', `Ce fichier est ${what}, pas un tableau : ${ASK}.`);
}
