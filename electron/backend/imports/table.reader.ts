// A spreadsheet's bytes as rows of text. The parsers are loaded when the first file comes.
import { IMPORT_BYTES, IMPORT_ROWS, type importErrorsOf } from '../../api/imports.ts';
import { refusals } from '../shared/refusal.ts';
import { weighZip } from './zip-size.ts';

/** What an XLSX of ours unpacks to at most; a real one of 5,000 rows takes a tenth. */
const UNPACKED_BYTES = 64 * 1024 * 1024;
const COLUMNS = 100;

const refuse = refusals<ReturnType<typeof importErrorsOf<string>>>();

/** Rows as they stand, the header first; blank cells are ''. Rejects with FILE_UNREADABLE. */
export async function readTable(bytes: Buffer): Promise<string[][]> {
  if (bytes.length > IMPORT_BYTES) throw unreadable('tooLarge');
  const rows = isZip(bytes) ? await readXlsx(bytes) : await readCsv(bytes);
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''));
  if (last < 1) throw unreadable('noRows');
  if (last > IMPORT_ROWS) throw unreadable('tooManyRows');
  return rows.slice(0, last + 1).map((row) => row.slice(0, COLUMNS));
}

function unreadable(reason: 'notTable' | 'tooLarge' | 'tooManyRows' | 'noRows') {
  return refuse('FILE_UNREADABLE', { reason, column: null });
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 2).toString('latin1') === 'PK';
}

async function readXlsx(bytes: Buffer): Promise<string[][]> {
  const weighed = await weighZip(bytes, UNPACKED_BYTES);
  if (weighed !== 'fits') throw unreadable(weighed === 'noZip' ? 'notTable' : 'tooLarge');
  const { readSheet } = await import('read-excel-file/node');
  try {
    const rows = await readSheet(bytes);
    return rows.map((row) => row.map((cell) => textOf(cell)));
  } catch {
    // Whatever is wrong inside: the file is none that a spreadsheet program wrote.
    throw unreadable('notTable');
  }
}

/** A character that is shown nowhere: no column takes a text that has it. */
const NO_TEXT = '\u2060';

/** Phone numbers and codes are often numbers there. A date is none of ours: Excel made it of a code like `3-4`. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return NO_TEXT;
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? String(cell).trim()
    : '';
}

async function readCsv(bytes: Buffer): Promise<string[][]> {
  const text = await decode(bytes);
  const { parse } = await import('csv-parse/sync');
  const [header = ''] = text.split(/\r?\n/, 1);
  const delimiter = [',', ';', '\t'].toSorted((a, b) => header.split(b).length - header.split(a).length)[0];
  try {
    const rows: string[][] = parse(text, {
      ...{ bom: true, delimiter, trim: true, relax_column_count: true, max_record_size: 100_000 },
      ...{ to: IMPORT_ROWS * 2 },
    });
    return rows;
  } catch {
    throw unreadable('notTable');
  }
}

/** UTF-8, or what Excel writes in China when it is told "CSV". */
async function decode(bytes: Buffer): Promise<string> {
  const text = strictUtf8(bytes) ?? (await fromGb18030(bytes));
  // Neither: no table holds these.
  if (/[\u0000-\u0008\uFFFD]/u.test(text)) throw unreadable('notTable');
  return text;
}

async function fromGb18030(bytes: Buffer): Promise<string> {
  const { default: iconv } = await import('iconv-lite');
  return iconv.decode(bytes, 'gb18030');
}

function strictUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
