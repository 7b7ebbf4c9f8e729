import { DomainError } from '../../kernel/domain-error.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { kindWords } from './evidence-name.rules.js';
import type { ContentProblem } from './evidence-kind.rules.js';
import type { EvidenceKind } from './evidence.types.js';

export const EVIDENCE_MAX_BYTES = 10 * 1024 * 1024;
/** Proofs of one figure. */
export const EVIDENCE_MOST = 20;

const TAKEN =
  'un PDF, une image (PNG, JPEG, WebP, GIF), un courriel (.eml, .msg), un tableur (.xlsx, .ods, .csv) ou du texte (.txt)';

const PROBLEMS: Readonly<Record<ContentProblem, string>> = {
  empty: 'Ce fichier est vide : choisissez-en un autre.',
  executable: `Ce fichier est un programme, quel que soit son nom : il n’est pas gardé. Joignez ${TAKEN}.`,
  script: `Ce fichier est un script, quel que soit son nom : il n’est pas gardé. Joignez ${TAKEN}.`,
  markup:
    'Ce fichier est une page web ou un dessin SVG, qui peuvent contenir des scripts : il n’est pas gardé. Enregistrez-le en PDF ou en image.',
  archive: `Ce fichier est une archive : il n’est pas gardé. Décompressez-la, puis joignez ce qu’elle contient : ${TAKEN}.`,
  macros:
    'Ce classeur contient des macros ou des objets : il n’est pas gardé. Enregistrez-le en .xlsx sans macros, ou en PDF.',
  two_in_one:
    'Ce fichier en cache un autre d’une autre nature : il n’est pas gardé. Enregistrez-le de nouveau, en PDF ou en image.',
  old_office:
    'Ce format ancien peut contenir des macros : il n’est pas gardé. Enregistrez le document en PDF ou en .xlsx.',
  phone_picture: 'Ce fichier est une vidéo ou une photo HEIC : enregistrez-la en JPEG, puis joignez-la.',
  broken: 'Ce fichier est abîmé ou incomplet : ouvrez-le, enregistrez-le de nouveau, puis joignez-le.',
  encrypted: 'Ce fichier est protégé par un mot de passe : joignez-le sans mot de passe, ou en PDF.',
  too_many_entries: 'Ce classeur contient trop de fichiers : enregistrez-le en PDF ou en CSV.',
  too_large: 'Ce classeur se décompresse en plus de 64 Mo : enregistrez-le en PDF ou en CSV.',
  unknown: `Ce format n’est pas reconnu. Joignez ${TAKEN}.`,
};

const refuse = (code: string, message: string, status = 422): DomainError =>
  new DomainError(code, 'Le justificatif n’a pas été joint.', status, [
    { path: 'file', code, message: sentence`${message}` },
  ]);

/** Why a content is refused. */
export const contentRefusal = (problem: ContentProblem): DomainError =>
  refuse(problem === 'empty' ? 'empty_file' : 'unsafe_file', PROBLEMS[problem]);

/** A name that says something else than the content. */
export const nameRefusal = (name: string, kind: EvidenceKind): DomainError =>
  refuse(
    'wrong_extension',
    sentence`Ce fichier s’appelle ${quote(name)}, mais son contenu est ${kindWords(kind)} : donnez-lui la bonne extension, puis joignez-le.`,
  );

export const sizeRefusal = (): DomainError =>
  refuse(
    'file_too_large',
    'Un justificatif pèse au plus 10 Mo : enregistrez-en une version plus légère, ou seulement les pages utiles.',
  );

export const alreadyThere = (name: string): DomainError =>
  refuse(
    'evidence_already_there',
    sentence`Ce fichier est déjà joint à ce chiffre, sous le nom ${quote(name)}.`,
    409,
  );

export const tooMany = (): DomainError =>
  refuse('too_many_files', `Ce chiffre a déjà ${EVIDENCE_MOST} justificatifs : retirez-en un d’abord.`);

export const notFoundEvidence = (): DomainError =>
  new DomainError('not_found', 'Ce justificatif n’existe pas.', 404);

export const damagedEvidence = (): DomainError =>
  new DomainError(
    'evidence_damaged',
    'Ce justificatif manque ou n’est plus celui qui avait été joint : prévenez l’exploitant.',
    500,
  );
