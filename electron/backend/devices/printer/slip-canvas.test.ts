// Which font draws a slip, on machines with many fonts, with one, and with none.
import * as canvasModule from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { NoSlipFontError } from './no-slip-font-error.ts';
import { CELL_HEIGHT, CELL_WIDTH } from './printer-profile.ts';
import { canvasFontProbe, drawnPieces, drawRuns, findSlipFont } from './slip-canvas.ts';

const machine = (installed: readonly string[], chinese: readonly string[]) => ({
  isInstalled: (family: string) => installed.includes(family),
  drawsChinese: (family: string) => chinese.includes(family),
});

describe('the font of a slip', () => {
  test('is the half-width Noto on Linux and YaHei on Windows', () => {
    const linux = ['Noto Sans CJK SC', 'Noto Sans Mono CJK SC', 'DejaVu Sans'];
    expect(findSlipFont(machine(linux, linux))).toBe('Noto Sans Mono CJK SC');
    const windows = ['Microsoft YaHei', 'Segoe UI'];
    expect(findSlipFont(machine(windows, windows))).toBe('Microsoft YaHei');
  });

  test('is not one that is listed and cannot draw Chinese', () => {
    expect(findSlipFont(machine(['SimSun', 'Microsoft YaHei'], ['SimSun']))).toBe('SimSun');
  });

  test('is the system’s fallback when it can draw Chinese', () => {
    expect(findSlipFont(machine([], ['sans-serif']))).toBe('sans-serif');
  });

  test('is missed by name, saying what to install', () => {
    expect(() => findSlipFont(machine(['DejaVu Sans'], []))).toThrow(NoSlipFontError);
    expect(() => findSlipFont(machine([], []))).toThrow(/Install Noto Sans CJK/);
  });
});

describe('the pieces that are drawn', () => {
  test('are single characters in their columns, but whole words where letters join or run from right to left', () => {
    expect(drawnPieces('王é1').map(({ text, columns, joined }) => [text, columns, joined])).toEqual([
      ['王', 2, false],
      ['é', 1, false],
      ['1', 1, false],
    ]);
    const mixed = drawnPieces('محمد علي 先生');
    expect(mixed.map(({ text }) => text)).toEqual(['محمد علي', ' ', '先', '生']);
    expect(mixed[0]).toMatchObject({ columns: 15, joined: true });
  });

  test.each([false, true])('keep their accents over their own letter (bold: %s)', (bold) => {
    const family = findSlipFont(canvasFontProbe(canvasModule));
    /** The dots right of the first column. */
    const behind = (text: string): string => {
      const context = canvasModule.createCanvas(CELL_WIDTH * 2, CELL_HEIGHT).getContext('2d');
      drawRuns(context, [{ text, bold, width: 1, height: 1 }], 0, 0, family);
      const { data } = context.getImageData(CELL_WIDTH, 0, CELL_WIDTH, CELL_HEIGHT);
      return Buffer.from(data).toString('base64');
    };
    for (const letter of 'śŻłćǚễ') expect(behind(`${letter}n`), letter).toBe(behind('sn'));
    expect(behind('sn')).not.toBe(behind('sm'));
  });
});
