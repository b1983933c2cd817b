// Lines of a slip as dots: for characters that no printer's ROM holds, and for printers without Chinese.
import { addRowsBelow, drawModules, makeBitmap, type Bitmap } from './bitmap.ts';
import { textWidth } from './printable-text.ts';
import { BARCODE_HEIGHT, CELL_WIDTH, linePitch, ROOM_BELOW, type PrinterProfile } from './printer-profile.ts';
import type { LaidLine } from './slip-layout.ts';

/** Draws one laid line across the whole paper. */
export type SlipRasteriser = (line: LaidLine, profile: PrinterProfile) => Bitmap;

const RULE_DOTS = 2;
// Above half: thin strokes of 24-dot characters survive, and neighbouring strokes do not run together.
const BLACK_FROM_ALPHA = 112;

/** Called only when a line has to be drawn, so that a plain slip never waits for the drawing libraries. */
export type RasteriserLoader = () => Promise<SlipRasteriser>;

/**
 * A loader that loads the drawing libraries and finds a font once, some 150 ms; call it early to have it ready. It
 * rejects with NoSlipFontError when the machine has no font with Chinese characters, and looks again the next time.
 */
export function createRasteriserLoader(): RasteriserLoader {
  let loaded: Promise<SlipRasteriser> | null = null;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = null;
      throw error;
    });
    return loaded;
  };
}

async function load(): Promise<SlipRasteriser> {
  const [canvasModule, codes, slipCanvas] = await Promise.all([
    import('@napi-rs/canvas'),
    import('./code-modules.ts'),
    import('./slip-canvas.ts'),
  ]);
  const family = slipCanvas.findSlipFont(slipCanvas.canvasFontProbe(canvasModule));

  const drawText: (line: Extract<LaidLine, { kind: 'text' }>, profile: PrinterProfile) => Bitmap = (
    { runs, align },
    { dots },
  ) => {
    const tallest = Math.max(1, ...runs.map((run) => run.size));
    const height = linePitch(tallest) + (tallest > 1 ? ROOM_BELOW : 0);
    const context = canvasModule.createCanvas(dots, height).getContext('2d');
    const width = runs.reduce((sum, run) => sum + textWidth(run.text) * run.size * CELL_WIDTH, 0);
    const left = { left: 0, center: Math.floor((dots - width) / 2), right: dots - width }[align];
    const sized = runs.map(({ text, size, bold }) => ({ text, bold, width: size, height: size }));
    slipCanvas.drawRuns(context, sized, left, 0, family);
    const { data } = context.getImageData(0, 0, dots, height);
    return makeBitmap(dots, height, (x, y) => darkness(data, (y * dots + x) * 4) >= BLACK_FROM_ALPHA);
  };

  return (line, profile) => {
    switch (line.kind) {
      case 'text':
        return drawText(line, profile);
      case 'rule': {
        const height = linePitch(1);
        const top = (height - RULE_DOTS) / 2;
        const width = profile.columns * CELL_WIDTH;
        return makeBitmap(profile.dots, height, (x, y) => x < width && y >= top && y < top + RULE_DOTS);
      }
      case 'qr':
        return drawModules(codes.qrModules(line.digits), profile.dots, profile.qrModule, profile.qrModule);
      case 'barcode':
        return addRowsBelow(
          drawModules(codes.code128Modules(line.digits), profile.dots, profile.barcodeModule, BARCODE_HEIGHT),
          ROOM_BELOW,
        );
    }
  };
}

/** How dark a dot is on white paper, 0 to 255: a pictogram has colours of its own, and most of them print as white. */
function darkness(data: Uint8ClampedArray, at: number): number {
  const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
  const light = 0.299 * red + 0.587 * green + 0.114 * blue;
  return (alpha * (255 - light)) / 255;
}
