import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { withFile } from './temporary-file.js';

/** PDFBox preflight and what it needs, as Debian installs them (libpdfbox2-java and its dependencies). */
const JARS = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'commons-io',
  'javax.activation',
  'jaxb-api',
].map((name) => `/usr/share/java/${name}.jar`);

/** Whether PDFBox preflight is on this machine. It is a second opinion: no test depends on it alone. */
export const hasPreflight = (): boolean =>
  existsSync('/usr/bin/java') && JARS.every((jar) => existsSync(jar));

/** What an independent validator says of a PDF/A-1b file: « … is a valid PDF/A-1b file », or the faults. */
export function preflight(bytes: Uint8Array): Promise<string> {
  return withFile(bytes, async (path) => {
    const args = ['-cp', JARS.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', path];
    const { stdout } = await promisify(execFile)('/usr/bin/java', args).catch(
      (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }),
    );
    return stdout.trim();
  });
}
