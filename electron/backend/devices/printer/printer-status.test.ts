// What printers say of themselves, picked out of what else they send.
import { describe, expect, test } from 'vitest';
import { createAnswerFilter, readStatus } from './printer-status.ts';

describe('a printer’s status', () => {
  test('names the trouble, the nearest cause first', () => {
    expect(readStatus([0x12, 0x12, 0x12, 0x12])).toEqual({ trouble: null, paperNearEnd: false });
    expect(readStatus([0x1a, 0x16, 0x12, 0x12]).trouble).toBe('COVER_OPEN');
    expect(readStatus([0x1a, 0x32, 0x12, 0x12]).trouble).toBe('PAPER_OUT');
    expect(readStatus([0x12, 0x12, 0x12, 0x72]).trouble).toBe('PAPER_OUT');
    expect(readStatus([0x1a, 0x52, 0x12, 0x12]).trouble).toBe('PRINTER_ERROR');
    expect(readStatus([0x12, 0x12, 0x1a, 0x12]).trouble).toBe('PRINTER_ERROR');
    expect(readStatus([0x1a, 0x12, 0x12, 0x12]).trouble).toBe('OFFLINE');
  });

  test('warns of the end of the roll while it can still print', () => {
    expect(readStatus([0x12, 0x12, 0x12, 0x1e])).toEqual({ trouble: null, paperNearEnd: true });
  });

  test('is told from automatic reports and noise, also across chunks', () => {
    const filter = createAnswerFilter();
    expect(filter(Uint8Array.of(0xff, 0x12, 0x10, 0x00))).toEqual([0x12]);
    expect(filter(Uint8Array.of(0x02, 0x0f, 0x16, 0x41))).toEqual([0x16]);
  });

  test('is still heard after a report that broke off', () => {
    const filter = createAnswerFilter();
    expect(filter(Uint8Array.of(0x10, 0x00, 0x12))).toEqual([0x12]);
  });
});
