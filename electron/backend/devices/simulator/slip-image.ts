// A printed slip as a picture: what came out of the printer, on paper, for people and for barcode readers.
import * as canvasModule from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { drawModules, isBlackAt, type Bitmap } from '../printer/bitmap.ts';
import { code128Modules, qrModules } from '../printer/code-modules.ts';
import { CELL_WIDTH, linePitch } from '../printer/printer-profile.ts';
import { canvasFontProbe, drawRuns, findSlipFont } from '../printer/slip-canvas.ts';
import { columnsOf, type PrintedAlign, type PrintedLine, type PrintedPaper } from './printer-decoder.ts';

const DESK = '#d9dbde';
const PAPER = '#fdfcf8';
const INK = '#1b1b22';
/** Unprintable edge of the paper, and the desk around it, in dots. */
const EDGE = 32;
const DESK_EDGE = 28;
/** The head stands some millimetres behind the cutter, so every slip begins with white paper. */
const LEAD_IN = 48;
const CUT_TEETH = 8;

/**
 * Draws decoded lines as a PNG, one picture dot for each printer dot. Text stands in the printer's grid, so columns
 * that do not line up here do not line up on paper. Throws NoSlipFontError where no Chinese font is installed.
 */
export async function drawSlip(lines: readonly PrintedLine[], paper: PrintedPaper): Promise<Buffer> {
  const family = findSlipFont(canvasFontProbe(canvasModule));
  const cut = lines.some((line) => line.kind === 'cut');
  const inner = lines.reduce((sum, line) => sum + heightOf(line), 0);
  const paperWidth = paper.dots + 2 * EDGE;
  const paperHeight = LEAD_IN + inner + LEAD_IN;
  const canvas = canvasModule.createCanvas(paperWidth + 2 * DESK_EDGE, paperHeight + 2 * DESK_EDGE);
  const context = canvas.getContext('2d');
  context.fillStyle = DESK;
  context.fillRect(0, 0, canvas.width, canvas.height);
  drawPaper(context, paperWidth, paperHeight, cut);

  context.fillStyle = INK;
  const left = DESK_EDGE + EDGE;
  let top = DESK_EDGE + LEAD_IN;
  for (const line of lines) {
    drawLine(context, line, left, top, paper, family);
    top += heightOf(line);
  }
  return canvas.encode('png');
}

function heightOf(line: PrintedLine): number {
  switch (line.kind) {
    case 'text':
      return linePitch(Math.max(1, ...line.runs.map((run) => run.height)));
    case 'picture':
    case 'barcode':
      return line.height;
    case 'qr':
      return qrModules(line.data).length * line.module;
    case 'feed':
      return line.dots;
    case 'cut':
      return 0;
  }
}

function drawLine(
  context: SKRSContext2D,
  line: PrintedLine,
  left: number,
  top: number,
  paper: PrintedPaper,
  family: string,
): void {
  switch (line.kind) {
    case 'text': {
      const width = line.runs.reduce((sum, run) => sum + columnsOf(run.text) * run.width * CELL_WIDTH, 0);
      drawRuns(context, line.runs, left + offset(line.align, width, paper.dots), top, family);
      break;
    }
    case 'picture':
      drawDots(context, line, left, top);
      break;
    case 'qr':
    case 'barcode': {
      const [modules, height] =
        line.kind === 'qr' ? [qrModules(line.data), line.module] : [code128Modules(line.data), line.height];
      const width = (modules[0]?.length ?? 0) * line.module;
      const dots = drawModules(modules, Math.ceil(width / 8) * 8, line.module, height);
      drawDots(context, dots, left + offset(line.align, dots.width, paper.dots), top);
      break;
    }
    case 'feed':
    case 'cut':
  }
}

function offset(align: PrintedAlign, width: number, dots: number): number {
  return { left: 0, center: Math.floor((dots - width) / 2), right: dots - width }[align];
}

function drawDots(context: SKRSContext2D, bitmap: Bitmap, left: number, top: number): void {
  for (let y = 0; y < bitmap.height; y += 1) {
    let x = 0;
    while (x < bitmap.width) {
      let run = 0;
      while (isBlackAt(bitmap, x + run, y)) run += 1;
      if (run > 0) context.fillRect(left + x, top + y, run, 1);
      x += run + 1;
    }
  }
}

function drawPaper(context: SKRSContext2D, width: number, height: number, cut: boolean): void {
  context.save();
  context.shadowColor = 'rgba(20, 24, 32, 0.35)';
  context.shadowBlur = 18;
  context.shadowOffsetY = 6;
  context.fillStyle = PAPER;
  context.translate(DESK_EDGE, DESK_EDGE);
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(width, 0);
  context.lineTo(width, height);
  // A cutter leaves a straight edge, a tear bar leaves teeth.
  const teeth = cut ? 1 : Math.floor(width / CUT_TEETH);
  for (let tooth = 1; tooth <= teeth; tooth += 1) {
    const x = width - (tooth * width) / teeth;
    if (!cut) context.lineTo(x + width / teeth / 2, height - CUT_TEETH);
    context.lineTo(x, height);
  }
  context.closePath();
  context.fill();
  context.restore();
}
