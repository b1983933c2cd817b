// Cuts what a scanner sends into lines: by CR or LF, else by the silence behind them. Bounded, whatever arrives.

export interface LineParser {
  /** Takes what arrived, in pieces of any size, and gives the lines that are complete now, without their ends. */
  push(chunk: Uint8Array): Buffer[];
  /** Call it when the line fell silent with `midLine` true: what was held is a line. */
  silence(): Buffer[];
  midLine(): boolean;
}

/** No code that is scanned at a desk is longer; a QR code of a web address has less than half of it. */
export const LONGEST_LINE = 512;

/** A line that grows longer is dropped up to its end, for a part of a code is another code. */
export function createLineParser(): LineParser {
  let held = Buffer.alloc(0);
  let tooLong = false;

  function end(): Buffer[] {
    const line = held;
    const whole = !tooLong && line.length > 0;
    held = Buffer.alloc(0);
    tooLong = false;
    return whole ? [line] : [];
  }

  return {
    push(chunk) {
      const lines: Buffer[] = [];
      let rest = Buffer.from(chunk);
      for (;;) {
        const at = rest.findIndex((byte) => byte === 0x0d || byte === 0x0a);
        const part = at < 0 ? rest : rest.subarray(0, at);
        tooLong ||= held.length + part.length > LONGEST_LINE;
        held = tooLong ? Buffer.alloc(0) : Buffer.concat([held, part]);
        if (at < 0) return lines;
        lines.push(...end());
        rest = rest.subarray(at + 1);
      }
    },
    silence: end,
    midLine: () => held.length > 0 || tooLong,
  };
}

/** The text of a line; characters that the encoding does not know become U+FFFD. */
export function decodeLine(line: Uint8Array, encoding: 'utf8' | 'gbk'): string {
  return new TextDecoder(encoding === 'gbk' ? 'gbk' : 'utf-8').decode(line).trim();
}

/** Chinese in GBK is hardly ever well-formed UTF-8: what is, is taken for it. */
export function encodingOf(line: Uint8Array): 'utf8' | 'gbk' {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(line);
    return 'utf8';
  } catch {
    return 'gbk';
  }
}
