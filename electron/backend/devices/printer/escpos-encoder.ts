// A slip as the bytes of one print job: text as GBK where the ROM has every character, else the line as dots.
import * as command from './escpos-commands.ts';
import { encodeGbk } from './gbk.ts';
import { BARCODE_HEIGHT, ROOM_BELOW, type PrinterProfile } from './printer-profile.ts';
import { layOutSlip, type LaidLine } from './slip-layout.ts';
import type { RasteriserLoader } from './slip-rasteriser.ts';
import type { Slip, SlipAlign } from './slip.ts';

// Enough for the last line to pass the tear-off edge of printers without a cutter.
const TEAR_OFF_LINES = 4;

/**
 * The bytes of one slip, complete with reset and cut. Whatever the text holds, every line stays within the paper and
 * no character becomes `?` or disturbs its neighbours. Rejects with NoSlipFontError when a line must be drawn and the
 * machine has no Chinese font.
 */
export async function encodeSlip(
  slip: Slip,
  profile: PrinterProfile,
  loadRasteriser: RasteriserLoader,
): Promise<Buffer> {
  const parts = [command.startJob()];
  for (const line of layOutSlip(slip, profile)) {
    const native = profile.chinese === 'rom' ? encodeNatively(line, profile) : null;
    parts.push(native ?? command.picture((await loadRasteriser())(line, profile)));
  }
  parts.push(profile.cutter ? command.cut() : command.feedLines(TEAR_OFF_LINES));
  return Buffer.concat(parts);
}

// Every line leaves the printer as it found it (left, body size, not bold), so that lines cannot affect each other.
function encodeNatively(line: LaidLine, profile: PrinterProfile): Buffer | null {
  switch (line.kind) {
    case 'text':
      return encodeText(line);
    case 'rule':
      return encodeText({
        kind: 'text',
        align: 'left',
        runs: [{ text: '─'.repeat(Math.floor(profile.columns / 2)), size: 1, bold: false }],
      });
    case 'qr':
      return aligned('center', command.qrCode(line.digits, profile.qrModule));
    case 'barcode':
      return Buffer.concat([
        aligned('center', command.code128(line.digits, profile.barcodeModule, BARCODE_HEIGHT)),
        command.feedDots(ROOM_BELOW),
      ]);
  }
}

function encodeText(line: Extract<LaidLine, { kind: 'text' }>): Buffer | null {
  const parts: Buffer[] = [];
  for (const run of line.runs) {
    const bytes = encodeGbk(run.text);
    if (bytes === null) return null;
    const styled = run.bold ? [command.bold(true), bytes, command.bold(false)] : [bytes];
    parts.push(...(run.size === 1 ? styled : [command.size(run.size), ...styled, command.size(1)]));
  }
  const printed = aligned(line.align, Buffer.concat([...parts, command.lineFeed()]));
  return line.runs.some((run) => run.size > 1)
    ? Buffer.concat([printed, command.feedDots(ROOM_BELOW)])
    : printed;
}

function aligned(to: SlipAlign, bytes: Buffer): Buffer {
  return to === 'left' ? bytes : Buffer.concat([command.align(to), bytes, command.align('left')]);
}
