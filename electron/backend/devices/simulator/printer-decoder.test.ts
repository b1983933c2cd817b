// The simulated printer is as strict as paper: what it does not know or cannot fit is an error, never a guess.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePrintJob, PrinterDecodeError } from './printer-decoder.ts';
import { createRealTimeSplitter } from './printer-realtime.ts';

const paper = { columns: 32, dots: 384 };
const CHINESE_MODE = '1c26';
const decode = (...hex: string[]) => decodePrintJob(Buffer.from(hex.join(''), 'hex'), paper);

describe('the simulated printer', () => {
  test('prints Chinese as a real one does, from bytes written by hand', () => {
    expect(
      decode('1b40', CHINESE_MODE, '1d2111', '1b4501', 'b7c3bfcd', '1d2100', '1b4500', '2041', '0a'),
    ).toEqual([
      {
        kind: 'text',
        align: 'left',
        runs: [
          { text: '访客', width: 2, height: 2, bold: true },
          { text: ' A', width: 1, height: 1, bold: false },
        ],
      },
    ]);
  });

  test('reads a barcode that changes its set on the way', () => {
    expect(decode('1d6b490a', '7b43', '0a10', '7b42', '3034', '7b43')).toMatchObject([{ data: '101604' }]);
  });

  test.each([
    ['a command it does not know', '1b7a00', 'unknown command 1B 7A'],
    ['a control character', '08', 'unknown command 08'],
    ['Chinese outside Chinese mode', 'b7c30a', 'Chinese text outside Chinese mode'],
    ['half a Chinese character', `${CHINESE_MODE}b70a`, 'no GBK text'],
    ['a line that is too wide', `${'41'.repeat(33)}0a`, 'a line of 33 columns on paper of 32'],
    ['a double size line that is too wide', `1d2111${'41'.repeat(17)}0a`, 'a line of 34 columns'],
    ['text without a line end', '4142', 'inside a line of text'],
    ['a picture cut short', '1d763000010002001f', 'the job ends inside its data'],
    [
      'a picture wider than the paper',
      `1d76300031000100${'00'.repeat(49)}`,
      'a picture wider than the paper',
    ],
    [
      'a barcode wider than the paper',
      '1d7706 1d6b4906 7b43 01020304'.replaceAll(' ', ''),
      'wider than the paper',
    ],
    ['a new alignment within a line', '411b61010a', 'alignment inside a line of text'],
  ])('refuses %s', (_what, hex, reason) => {
    expect(() => decode(hex)).toThrow(PrinterDecodeError);
    expect(() => decode(hex)).toThrow(reason);
  });

  test('takes status questions out of a job, however the network cuts it', () => {
    const job = fc.uint8Array({ maxLength: 40 }).map((bytes) => bytes.filter((byte) => byte !== 0x10));
    fc.assert(
      fc.property(
        job,
        job,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 5 }),
        (a, b, n, size) => {
          const stream = Buffer.concat([a, Buffer.from([0x10, 0x04, n]), b]);
          const split = createRealTimeSplitter();
          const parts: Buffer[] = [];
          const questions: number[] = [];
          for (let at = 0; at < stream.length; at += size) {
            const part = split(stream.subarray(at, at + size));
            parts.push(part.job);
            questions.push(...part.questions);
          }
          expect(Buffer.concat(parts)).toEqual(Buffer.concat([a, b]));
          expect(questions).toEqual([n]);
        },
      ),
    );
  });

  test('keeps bytes that only begin like a status question', () => {
    const { job, questions } = createRealTimeSplitter()(
      Buffer.from([0x10, 0x10, 0x04, 0x01, 0x10, 0x04, 0x41]),
    );
    expect([...job]).toEqual([0x10, 0x10, 0x04, 0x41]);
    expect(questions).toEqual([1]);
  });
});
