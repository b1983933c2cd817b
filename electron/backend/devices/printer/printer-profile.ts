// What differs between printers: paper, columns, whether the ROM holds Chinese, and how large codes may be.
import type { PrinterProfileId } from '../../../api/devices.contract.ts';

export interface PrinterProfile {
  /** Printable dots across the paper, a multiple of 8. */
  readonly dots: number;
  /** Columns of body text; one column is 12 dots, a Chinese character takes two. */
  readonly columns: number;
  /** `rom`: Chinese text is sent as GBK. `raster`: the whole slip is drawn here and sent as dots. */
  readonly chinese: 'rom' | 'raster';
  /** Without a cutter the paper is fed to the tear-off edge. */
  readonly cutter: boolean;
  /** Dots of one QR module. Denso asks for at least 4; 6 also survives a worn head. */
  readonly qrModule: number;
  /** Dots of the narrowest bar: 3 where the paper is wide enough for 8 digit pairs. */
  readonly barcodeModule: number;
}

/** Dots of one column and of one row of body text. */
export const CELL_WIDTH = 12;
export const CELL_HEIGHT = 24;
/** Dots from one body line to the next: the printers' default of 3.75 mm, which we never change. */
const LINE_PITCH = 30;
/** Bars of 10 mm: what hand scanners catch at the first try. */
export const BARCODE_HEIGHT = 80;

const wide = { cutter: true, qrModule: 6, barcodeModule: 3 } as const;
const narrow = { cutter: false, qrModule: 6, barcodeModule: 2 } as const;

export const PRINTER_PROFILES: Readonly<Record<PrinterProfileId, PrinterProfile>> = {
  /** The usual 80 mm printer sold in China, 203 dpi. */
  rom80: { dots: 576, columns: 48, chinese: 'rom', ...wide },
  /** Epson TM-T88 with Simplified Chinese ROM, 180 dpi. */
  epson80: { dots: 512, columns: 42, chinese: 'rom', ...wide },
  rom58: { dots: 384, columns: 32, chinese: 'rom', ...narrow },
  raster80: { dots: 576, columns: 48, chinese: 'raster', ...wide },
  raster58: { dots: 384, columns: 32, chinese: 'raster', ...narrow },
};

/** Dots from the top of a text line to the top of the next, as printers feed: tall text has no gap below it. */
export function linePitch(height: number): number {
  return Math.max(LINE_PITCH, height * CELL_HEIGHT);
}

/** White dots that we add below what would touch the next line: tall text and barcodes. */
export const ROOM_BELOW = 12;
