import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { withFile } from './temporary-file.js';

const TOOLS = ['qpdf', 'pdffonts', 'pdfimages', 'pdftotext', 'pdfdetach', 'pdfinfo'] as const;

/** What independent programs say of a file. */
export interface PdfInspection {
  /** Complaints of `qpdf --check`; empty when the syntax is sound. */
  syntax: string[];
  fonts: { name: string; embedded: boolean; subset: boolean }[];
  /** Number of raster images. */
  images: number;
  /** All the text as the page looks, every kind of space turned into a plain one. */
  text: string;
  /** All the text in the order it is drawn, which is that of the tags. */
  spoken: string;
  attachments: string[];
  pages: number;
}

/**
 * Why the inspection cannot run here, or null. On a developer's machine the tests that need it are skipped with this
 * sentence; with CI=true they run, and fail for lack of the tools.
 */
export function missingPdfTools(): string | null {
  const missing = TOOLS.filter((tool) => !exists(tool));
  if (missing.length === 0 || process.env['CI'] === 'true') return null;
  return `PDF files are not inspected: ${missing.join(', ')} missing (apt-get install qpdf poppler-utils)`;
}

function exists(tool: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', `command -v ${tool}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function run(tool: (typeof TOOLS)[number], ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(tool, args, { maxBuffer: 2 ** 26 });
  return stdout;
}

/** All the text, line by line: as the page looks, and in the order it is drawn. */
export const pdfLines = (bytes: Uint8Array): Promise<{ shown: string; drawn: string }> =>
  withFile(bytes, async (path) => ({
    shown: await run('pdftotext', '-layout', path, '-'),
    drawn: await run('pdftotext', '-raw', path, '-'),
  }));

/** Asks qpdf and poppler what they find. */
export async function inspectPdf(bytes: Uint8Array): Promise<PdfInspection> {
  return withFile(bytes, async (path) => ({
    syntax: await syntaxFaults(path),
    fonts: tableRows(await run('pdffonts', path)).map(fontOf),
    images: tableRows(await run('pdfimages', '-list', path)).length,
    text: plainSpaces(await run('pdftotext', path, '-')),
    spoken: plainSpaces(await run('pdftotext', '-raw', path, '-')),
    attachments: (await run('pdfdetach', '-list', path))
      .split('\n')
      .flatMap((line) => /^\d+: (.+)$/.exec(line)?.[1] ?? []),
    pages: Number(/^Pages:\s+(\d+)/m.exec(await run('pdfinfo', path))?.[1]),
  }));
}

async function syntaxFaults(path: string): Promise<string[]> {
  try {
    await run('qpdf', '--check', path);
    return [];
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    return `${stdout ?? ''}${stderr ?? String(error)}`
      .split('\n')
      .filter((line) => /warning|error/i.test(line));
  }
}

/** Lines under the head and the dashes of poppler's tables. */
function tableRows(output: string): string[] {
  const lines = output.split('\n');
  const dashes = lines.findIndex((line) => line.startsWith('---'));
  return dashes < 0 ? [] : lines.slice(dashes + 1).filter((line) => line.trim() !== '');
}

function fontOf(line: string): PdfInspection['fonts'][number] {
  const [, embedded, subset] = /(yes|no)\s+(yes|no)\s+(?:yes|no)\s+\d+\s+\d+\s*$/.exec(line) ?? [];
  return { name: line.split(/\s+/)[0] ?? '', embedded: embedded === 'yes', subset: subset === 'yes' };
}

/** Text as people would search it: any run of spaces and line ends is one space. */
export function plainSpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}
