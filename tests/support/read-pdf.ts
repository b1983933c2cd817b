// Reads a PDF back as a person would: the words of each page, and how large the pages are.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface ReadPdf {
  /** The text of each page, laid out as it stands there. */
  readonly pages: readonly string[];
  /** Width and height of the pages, in points; A4 is 595 by 842. */
  readonly size: readonly [width: number, height: number];
}

/** Needs Poppler's pdftotext and pdfinfo. Rejects where the file is no PDF. */
export async function readPdf(path: string): Promise<ReadPdf> {
  const [text, info] = await Promise.all([run('pdftotext', ['-layout', path, '-']), run('pdfinfo', [path])]);
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(info.stdout) ?? [];
  return {
    pages: text.stdout.split('\f').slice(0, -1),
    size: [Math.round(Number(width)), Math.round(Number(height))],
  };
}
