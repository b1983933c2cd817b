// Text drawn on a canvas in the printer's grid of columns, and the search for a font that can do it.
import type * as CanvasModule from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { NoSlipFontError } from './no-slip-font-error.ts';
import { graphemeWidth, splitGraphemes } from './printable-text.ts';
import { CELL_HEIGHT, CELL_WIDTH } from './printer-profile.ts';

// The base line of body text stands this far above the bottom of its 24-dot cell.
const BASELINE_HEIGHT = 4;

// Fonts with half-width Latin letters first: they fill the printer's columns as its own ROM does. Then what Debian,
// Windows and macOS have; the glyph shapes are the mainland's.
const FONT_FAMILIES = [
  'Noto Sans Mono CJK SC',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'Noto Sans SC',
  'NSimSun',
  'Microsoft YaHei',
  'SimSun',
  'SimHei',
  'PingFang SC',
  'WenQuanYi Zen Hei',
];

// Letters that Chinese fonts may lack: they would be taken apart, and the accent of ś set on the letter behind it.
// Those of Vietnamese are in them, and not in all of these.
const BEYOND_LATIN_1 = /^[\u0100-\u024F]/u;
const WESTERN_FAMILIES = '"Cascadia Mono", Consolas, Menlo, "DejaVu Sans Mono", "Liberation Mono"';

/** What the search needs to know of the machine's fonts. */
export interface FontProbe {
  readonly isInstalled: (family: string) => boolean;
  /** Whether text set in this family shows Chinese, be it by the system's own fallback. */
  readonly drawsChinese: (family: string) => boolean;
}

/** The best family for slips; `sans-serif` when only the system's fallback has Chinese. Throws NoSlipFontError. */
export function findSlipFont(probe: FontProbe): string {
  const family = FONT_FAMILIES.find((name) => probe.isInstalled(name) && probe.drawsChinese(name));
  if (family !== undefined) return family;
  if (probe.drawsChinese('sans-serif')) return 'sans-serif';
  throw new NoSlipFontError();
}

/**
 * Looks at what is really drawn: faces inside a font collection are found by name, yet `GlobalFonts.has` denies them.
 */
export function canvasFontProbe({ createCanvas, GlobalFonts }: typeof CanvasModule): FontProbe {
  const context = createCanvas(CELL_HEIGHT * 2, CELL_HEIGHT * 2).getContext('2d');
  const latinWidth = (family: string) => {
    context.font = fontOf(family, false);
    return context.measureText('Wi1').width;
  };
  const picture = (family: string, character: string) => {
    context.clearRect(0, 0, CELL_HEIGHT * 2, CELL_HEIGHT * 2);
    context.font = fontOf(family, false);
    context.fillText(character, 0, CELL_HEIGHT);
    return Buffer.from(context.getImageData(0, 0, CELL_HEIGHT * 2, CELL_HEIGHT * 2).data).toString('latin1');
  };
  return {
    isInstalled: (family) => GlobalFonts.has(family) || latinWidth(family) !== latinWidth('no such family'),
    drawsChinese: (family) => {
      // Without a font all characters are the same empty box.
      const pictures = new Set(['访', '客', '\u{10FFFE}'].map((character) => picture(family, character)));
      return pictures.size === 3;
    },
  };
}

/** CSS font of body text, or of a character in it. */
function fontOf(family: string, bold: boolean, character = ''): string {
  const western = BEYOND_LATIN_1.test(character) ? `${WESTERN_FAMILIES}, ` : '';
  return `${bold ? 'bold ' : ''}${CELL_HEIGHT}px ${western}"${family}"`;
}

/** Text in one style; `width` and `height` say how many times larger than body text. */
export interface DrawnRun {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
}

/** Scripts whose letters change by their neighbours, or run from right to left: drawn one by one they say nothing. */
const JOINED = new RegExp(
  ['Arabic', 'Hebrew', 'Syriac', 'Thaana', 'Mongolian', 'Devanagari', 'Thai']
    .map((script) => String.raw`^\p{Script=${script}}`)
    .join('|'),
  'u',
);

/** What is drawn in one go: a character in its cell, or a stretch of joined ones, with the blanks inside it. */
export function drawnPieces(
  text: string,
): { readonly text: string; readonly columns: number; readonly joined: boolean }[] {
  const pieces: { text: string; columns: number; joined: boolean }[] = [];
  const characters = splitGraphemes(text);
  for (const [at, character] of characters.entries()) {
    const last = pieces.at(-1);
    const inside = character === ' ' && last?.joined === true && JOINED.test(characters[at + 1] ?? '');
    const joined = inside || JOINED.test(character);
    const columns = graphemeWidth(character);
    if (joined && last?.joined) {
      last.text += character;
      last.columns += columns;
    } else pieces.push({ text: character, columns, joined });
  }
  return pieces;
}

/** Draws runs side by side from `left`, on one base line, the top of the tallest at `top`; ink is the fill style. */
export function drawRuns(
  context: SKRSContext2D,
  runs: readonly DrawnRun[],
  left: number,
  top: number,
  family: string,
): void {
  const tallest = runs.reduce((height, run) => Math.max(height, run.height), 1);
  context.textBaseline = 'alphabetic';
  let x = left;
  for (const run of runs) {
    const baseline = top + tallest * CELL_HEIGHT - run.height * BASELINE_HEIGHT;
    for (const { text, columns, joined } of drawnPieces(run.text)) {
      context.font = fontOf(family, run.bold, text);
      const cell = columns * CELL_WIDTH;
      // A glyph wider than its cell is squeezed, as no character may touch the next column.
      const measured = context.measureText(text);
      const squeeze = Math.min(1, cell / Math.max(1, measured.width));
      // The dot of Ż would be cut off by the line above.
      const above = columns === 1 ? measured.actualBoundingBoxAscent : 0;
      const press = Math.min(1, (CELL_HEIGHT - BASELINE_HEIGHT) / Math.max(1, above));
      context.save();
      context.textAlign = joined ? 'left' : 'center';
      context.translate(joined ? x : x + (cell * run.width) / 2, baseline);
      context.scale(run.width * squeeze, run.height * press);
      context.fillText(text, 0, 0);
      context.restore();
      x += cell * run.width;
    }
  }
}
