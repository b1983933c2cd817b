// A slip laid out on paper: which characters stand on which line, counted in columns the way Chinese printers do.
import type { PrinterProfile } from './printer-profile.ts';
import { cleanText, graphemeWidth, splitGraphemes, textWidth } from './printable-text.ts';
import type { Slip, SlipAlign, SlipLine, SlipSize } from './slip.ts';

export interface LaidRun {
  readonly text: string;
  readonly size: SlipSize;
  readonly bold: boolean;
}

/** One line as it will stand on the paper; a text line without runs is empty. It never exceeds the columns. */
export type LaidLine =
  | { readonly kind: 'text'; readonly align: SlipAlign; readonly runs: readonly LaidRun[] }
  | { readonly kind: 'rule' }
  | { readonly kind: 'qr'; readonly digits: string }
  | { readonly kind: 'barcode'; readonly digits: string };

type Field = Extract<SlipLine, { kind: 'field' }>;

const LABEL_GAP = 2;
const CLOSING = /^[，。、；：？！）》」』】〕”’…,.;:?!)\]}%]/u;
const OPENING = /^[×（《「『【〔“‘([{]/u;

/** Lays out a slip for a paper: wraps, aligns in columns, cleans the text. Pure; the same slip gives the same lines. */
export function layOutSlip(slip: Slip, profile: PrinterProfile): LaidLine[] {
  const laid: LaidLine[] = [];
  for (let at = 0; at < slip.lines.length;) {
    const fields = fieldsFrom(slip.lines, at);
    if (fields.length > 0) {
      laid.push(...layOutFields(fields, profile.columns));
      at += fields.length;
    } else {
      laid.push(...layOutLine(slip.lines[at] as SlipLine, profile.columns));
      at += 1;
    }
  }
  return laid;
}

/** Breaks a text into lines of at most `columns`: at spaces and between Chinese characters, inside a word only if it must. */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(cleanText(text).trim())) {
    if (textWidth(line + word.trimEnd()) <= columns) {
      line += word;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = '';
    for (const grapheme of splitGraphemes(word)) {
      if (textWidth(line + grapheme) > columns) {
        lines.push(line.trimEnd());
        line = '';
      }
      if (line !== '' || grapheme !== ' ') line += grapheme;
    }
  }
  return [...lines, line.trimEnd()];
}

// Centred lines look right when they are about equally long, not when one word hangs alone below.
function wrapEvenly(text: string, columns: number): string[] {
  let wrapped = wrapText(text, columns);
  for (let narrower = columns - 1; narrower >= columns / 2; narrower -= 1) {
    const tighter = wrapText(text, narrower);
    if (tighter.length > wrapped.length) break;
    wrapped = tighter;
  }
  return wrapped;
}

// The pieces between which a line may break, each with its trailing spaces. Closing marks stay with what they close.
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let before = ' ';
  for (const grapheme of splitGraphemes(text)) {
    const wide = graphemeWidth(grapheme) === 2 || graphemeWidth(before) === 2;
    const breaks =
      (before === ' ' && grapheme !== ' ') || (wide && grapheme !== ' ' && !OPENING.test(before));
    if (words.length === 0 || (breaks && !CLOSING.test(grapheme))) words.push(grapheme);
    else words[words.length - 1] += grapheme;
    before = grapheme;
  }
  return words;
}

function layOutLine(line: SlipLine, columns: number): LaidLine[] {
  switch (line.kind) {
    case 'text': {
      const { align, size, bold } = line;
      const width = Math.floor(columns / size);
      const wrapped = align === 'center' ? wrapEvenly(line.text, width) : wrapText(line.text, width);
      return wrapped.map((text) => textLine(align, [{ text, size, bold }]));
    }
    case 'pair':
      return layOutPair(line.left, line.right, columns);
    case 'field':
      return layOutFields([line], columns);
    case 'space':
      return [textLine('left', [])];
    case 'rule':
    case 'qr':
    case 'barcode':
      return [line];
  }
}

function layOutPair(left: string, right: string, columns: number): LaidLine[] {
  const lefts = wrapText(left, columns);
  const rights = wrapText(right, columns);
  const [onlyLeft, onlyRight] = [lefts[0] ?? '', rights[0] ?? ''];
  const room = columns - textWidth(onlyLeft) - textWidth(onlyRight);
  if (lefts.length === 1 && rights.length === 1 && room >= 1) {
    return [textLine('left', [plain(onlyLeft + ' '.repeat(room) + onlyRight)])];
  }
  return [
    ...lefts.map((text) => textLine('left', [plain(text)])),
    ...rights.map((text) => textLine('right', [plain(text)])),
  ];
}

function fieldsFrom(lines: readonly SlipLine[], start: number): Field[] {
  const fields: Field[] = [];
  for (const line of lines.slice(start)) {
    if (line.kind !== 'field') break;
    fields.push(line);
  }
  return fields;
}

function layOutFields(fields: readonly Field[], columns: number): LaidLine[] {
  const labels = fields.map((field) => cleanText(field.label).trim());
  // Values keep at least half of the paper: a longer label stands on a line of its own above its value.
  const widest = Math.floor(columns / 2) - LABEL_GAP;
  const fitting = labels.map(textWidth).filter((width) => width <= widest);
  const indent = (fitting.length > 0 ? Math.max(...fitting) : 0) + LABEL_GAP;
  return fields.flatMap((field, at) => {
    const label = labels[at] ?? '';
    const own = textWidth(label) > widest;
    const values = wrapText(field.value, columns - indent);
    const rows = values.map((text, row) => {
      const head = row === 0 && !own ? label : '';
      const lead = head + ' '.repeat(indent - textWidth(head));
      return textLine('left', [plain(lead), { text, size: 1, bold: field.bold }]);
    });
    return own ? [...wrapText(label, columns).map((text) => textLine('left', [plain(text)])), ...rows] : rows;
  });
}

function plain(text: string): LaidRun {
  return { text, size: 1, bold: false };
}

function textLine(align: SlipAlign, runs: readonly LaidRun[]): LaidLine {
  return { kind: 'text', align, runs: runs.filter((run) => run.text !== '') };
}
