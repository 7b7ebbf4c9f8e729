import { type ArchivedFile, zipOf } from './zip.js';

const WORKBOOK: ArchivedFile[] = [
  { name: '[Content_Types].xml', content: '<Types/>' },
  { name: 'xl/workbook.xml', content: '<workbook/>' },
];

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
export const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0', 'latin1'),
  Buffer.from('\0\0\0\0IEND\xae\x42\x60\x82', 'latin1'),
]);
export const JPEG = Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\xff\xd9', 'latin1');
export const WEBP = Buffer.from('RIFF\x1a\0\0\0WEBPVP8L', 'latin1');
export const GIF = Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1');
export const EMAIL = Buffer.from(
  'From: cci@example.org\r\nTo: copil@example.org\r\nSubject: Chiffres de septembre\r\nDate: Fri, 2 Oct 2020 09:12:00 +0200\r\n\r\n<html><body>35 spots</body></html>\r\n',
);
const OLE = Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
export const OUTLOOK = Buffer.concat([OLE, Buffer.alloc(504), utf16('__properties_version1.0')]);
export const XLSX = zipOf([...WORKBOOK, { name: 'xl/worksheets/sheet1.xml', content: '<worksheet/>' }]);
export const ODS = zipOf([
  { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
  { name: 'content.xml', content: '<office:document-content/>' },
]);
export const CSV = Buffer.from('Mois;Spots\nseptembre;35\n');
export const CSV_1252 = Buffer.from('Mois;Visiteurs\nao\xfbt;35\n', 'latin1');
export const CSV_UTF16 = Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('sep=,\r\n"Vues"\r\n"12"\r\n')]);

/** Inflates to more than a spreadsheet may hold, or lies about it. */
export const zipBomb = (claims?: number): Buffer =>
  zipOf([...WORKBOOK, { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(65 * 1024 * 1024), claims }]);

/** Files that must never be kept, with the code and a word of the reason. */
export const HOSTILE: readonly [about: string, name: string, bytes: Buffer, code: string, reason: RegExp][] =
  [
    [
      'a program of Windows',
      'facture.pdf',
      Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'),
      'unsafe_file',
      /programme/,
    ],
    [
      'a program of Linux',
      'releve.txt',
      Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'),
      'unsafe_file',
      /programme/,
    ],
    [
      'a program of macOS',
      'photo.png',
      Buffer.from('\xcf\xfa\xed\xfe\x07\0\0\x01', 'latin1'),
      'unsafe_file',
      /programme/,
    ],
    ['a script', 'releve.txt', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'unsafe_file', /script/],
    ['a batch file', 'releve.csv', Buffer.from('@echo off\r\ndel *\r\n'), 'unsafe_file', /script/],
    [
      'a shortcut',
      'lien.txt',
      Buffer.from('L\0\0\0\x01\x14\x02\0\0\0\0\0', 'latin1'),
      'unsafe_file',
      /script/,
    ],
    [
      'a page',
      'page.txt',
      Buffer.from('\n <!DOCTYPE html><script>alert(1)</script>'),
      'unsafe_file',
      /page web/,
    ],
    [
      'a drawing',
      'logo.txt',
      Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'),
      'unsafe_file',
      /SVG/,
    ],
    [
      'a drawing by its name',
      'logo.svg',
      Buffer.from('<svg><script>alert(1)</script></svg>'),
      'unsafe_file',
      /SVG/,
    ],
    ['an archive', 'tout.zip', zipOf([{ name: 'virus.exe', content: 'MZ' }]), 'unsafe_file', /archive/],
    [
      'an archive as a workbook',
      'tout.xlsx',
      zipOf([{ name: '../../etc/passwd', content: 'x' }]),
      'unsafe_file',
      /archive/,
    ],
    [
      'a compressed file',
      'tout.csv',
      Buffer.from('\x1f\x8b\x08\0\0\0\0\0', 'latin1'),
      'unsafe_file',
      /archive/,
    ],
    [
      'macros',
      'classeur.xlsm',
      zipOf([...WORKBOOK, { name: 'xl/vbaProject.bin', content: 'x' }]),
      'unsafe_file',
      /macros/,
    ],
    [
      'macros in a workbook',
      'classeur.xlsx',
      zipOf([...WORKBOOK, { name: 'xl/vbaProject.bin', content: 'x' }]),
      'unsafe_file',
      /macros/,
    ],
    ['an old workbook', 'classeur.xls', Buffer.concat([OLE, Buffer.alloc(504)]), 'unsafe_file', /ancien/],
    [
      'macros in a message',
      'm.msg',
      Buffer.concat([OUTLOOK, utf16('_VBA_PROJECT')]),
      'unsafe_file',
      /macros/,
    ],
    [
      'a picture that is a page',
      'image.gif',
      Buffer.concat([GIF, Buffer.from('<script>alert(1)</script>')]),
      'unsafe_file',
      /en cache un autre/,
    ],
    [
      'a PDF that is an archive',
      'deux.pdf',
      Buffer.concat([PDF, zipOf([{ name: 'a.exe', content: 'MZ' }])]),
      'unsafe_file',
      /en cache un autre/,
    ],
    [
      'a picture that is an archive',
      'deux.png',
      Buffer.concat([PNG, XLSX]),
      'unsafe_file',
      /en cache un autre/,
    ],
    ['a zip bomb', 'bombe.xlsx', zipBomb(), 'unsafe_file', /64 Mo/],
    ['a lying zip bomb', 'bombe.xlsx', zipBomb(1_000), 'unsafe_file', /64 Mo/],
    ['a cut workbook', 'coupe.xlsx', XLSX.subarray(0, -30), 'unsafe_file', /abîmé/],
    ['noise', 'bruit.pdf', Buffer.from('\0\x01\x02\x03\x04bruit', 'latin1'), 'unsafe_file', /reconnu/],
    ['nothing', 'vide.pdf', Buffer.alloc(0), 'empty_file', /vide/],
    ['a wrong extension', 'photo.pdf', PNG, 'wrong_extension', /une image PNG/],
    ['no extension', 'photo', PNG, 'wrong_extension', /extension/],
    ['an executable extension', 'facture.pdf.exe', PDF, 'wrong_extension', /un PDF/],
    ['an unsigned workbook', 'classeur.xlsm', XLSX, 'wrong_extension', /un classeur Excel/],
  ];

/** Files that people really have. */
export const HONEST: readonly [name: string, bytes: Buffer, kind: string][] = [
  ['Bon de livraison.pdf', PDF, 'pdf'],
  ['capture.PNG', PNG, 'png'],
  ['photo.jpeg', JPEG, 'jpeg'],
  ['photo.webp', WEBP, 'webp'],
  ['anime.gif', GIF, 'gif'],
  ['Chiffres.eml', EMAIL, 'email'],
  ['courriel.txt', EMAIL, 'text'],
  ['Chiffres.msg', OUTLOOK, 'outlook'],
  ['Vos macros.msg', Buffer.concat([OUTLOOK, utf16('Macros Excel')]), 'outlook'],
  ['spots.xlsx', XLSX, 'xlsx'],
  ['spots.ods', ODS, 'ods'],
  ['spots.csv', CSV, 'csv'],
  ['excel.csv', CSV_1252, 'csv'],
  ['meta.csv', CSV_UTF16, 'csv'],
  ['notes.txt', Buffer.from('Appel du 2 octobre : 35 spots < 40 prévus.'), 'text'],
];
