// What the whole test suite needs beyond npm packages, where to find it, and how to have it.
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PDF_TOOLS = ['pdftotext', 'pdffonts', 'pdfimages', 'pdfinfo', 'pdftoppm'];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Full path of a program of the PATH, or null. */
export function findProgram(name) {
  if (isAbsolute(name)) return isExecutable(name) ? name : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

/** Chromium named by CHROMIUM_PATH, else the first one installed, else null. */
export function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) return findProgram(asked);
  return CHROMIUM_NAMES.map(findProgram).find(Boolean) ?? null;
}

/** What is missing here: which tests do not run without it, and how to have it, in both languages. */
export function missingRequirements() {
  const requirements = [
    {
      met: Boolean(process.env.TEST_DATABASE_URL),
      french:
        'PostgreSQL : tests sautés. Donnez TEST_DATABASE_URL=postgres://utilisateur@127.0.0.1:5432/base (un compte qui peut créer des bases).',
      english:
        'PostgreSQL: tests skipped. Set TEST_DATABASE_URL=postgres://user@127.0.0.1:5432/database (an account that may create databases).',
    },
    {
      met: findChromium() !== null,
      french:
        'Chromium : tests dans le navigateur sautés. Installez-le (apt-get install chromium) ou donnez CHROMIUM_PATH.',
      english: 'Chromium: browser tests skipped. Install it (apt-get install chromium) or set CHROMIUM_PATH.',
    },
    {
      met: PDF_TOOLS.every(findProgram),
      french: 'Poppler : tests de lecture du PDF sautés. Installez-le (apt-get install poppler-utils).',
      english: 'Poppler: tests that read the PDF skipped. Install it (apt-get install poppler-utils).',
    },
    {
      met: findProgram('qpdf') !== null,
      french: 'qpdf : tests de structure du PDF sautés. Installez-le (apt-get install qpdf).',
      english: 'qpdf: tests of the PDF structure skipped. Install it (apt-get install qpdf).',
    },
  ];
  return requirements.filter(({ met }) => !met);
}
