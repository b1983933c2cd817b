// Sheets as main prints and saves them: onto a real disk, and every way it can fail by name.
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSheets } from './sheets.ts';
import type { Paper } from './sheets.ts';

const PDF = new TextEncoder().encode('%PDF-1.7 one page');

let folder: string;
let asked: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  asked = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function sheets(paper: Partial<Paper>) {
  const usual: Paper = {
    printers: async () => 1,
    print: async () => null,
    pdf: async () => PDF,
    async askWhere(proposed) {
      asked.push(proposed);
      return join(folder, proposed);
    },
  };
  return createSheets({ ...usual, ...paper }, () => 'new');
}

describe('a sheet saved as PDF', () => {
  test('stands whole where the user wanted it, under the name that was proposed', async () => {
    const outcome = await sheets({}).saveSheetPdf('疏散名单 2026-11-21 1405');
    expect(outcome).toEqual({ outcome: 'done', file: '疏散名单 2026-11-21 1405.pdf' });
    expect(readdirSync(folder)).toEqual(['疏散名单 2026-11-21 1405.pdf']);
    expect(readFileSync(join(folder, asked[0] ?? ''))).toEqual(Buffer.from(PDF));
  });

  test('is not written when its user closes the dialog', async () => {
    const outcome = await sheets({ askWhere: async () => null }).saveSheetPdf('list');
    expect(outcome).toEqual({ outcome: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that fails leaves the file that stood there as it was', async () => {
    writeFileSync(join(folder, 'list.pdf'), 'of yesterday');
    const pdf = () => Promise.reject(new Error('the page is gone'));
    expect(await sheets({ pdf }).saveSheetPdf('list')).toEqual({ outcome: 'failed', reason: 'failed' });
    expect(readFileSync(join(folder, 'list.pdf'), 'utf8')).toBe('of yesterday');
  });

  test('touches nothing that lies beside it, whatever that is called', async () => {
    writeFileSync(join(folder, 'list.pdf.part'), 'somebody else’s');
    await sheets({}).saveSheetPdf('list');
    expect(readdirSync(folder).toSorted()).toEqual(['list.pdf', 'list.pdf.part']);
    expect(readFileSync(join(folder, 'list.pdf.part'), 'utf8')).toBe('somebody else’s');
  });

  test('into a folder that is not there is named, and nothing is left behind', async () => {
    const askWhere = async () => join(folder, 'gone', 'list.pdf');
    expect(await sheets({ askWhere }).saveSheetPdf('list')).toEqual({ outcome: 'failed', reason: 'failed' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('onto a full disk says so, and no half of it stays', async () => {
    symlinkSync('/dev/full', join(folder, 'list.pdf.new.part'));
    expect(await sheets({}).saveSheetPdf('list')).toEqual({ outcome: 'failed', reason: 'diskFull' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('where nobody may write says so', async () => {
    const askWhere = async () => '/sys/list.pdf';
    expect(await sheets({ askWhere }).saveSheetPdf('list')).toEqual({
      outcome: 'failed',
      reason: 'notAllowed',
    });
  });
});

describe('a sheet on paper', () => {
  test('is done once the system has taken it', async () => {
    expect(await sheets({}).printSheet()).toEqual({ outcome: 'done', file: null });
  });

  test('is not asked for where the machine has no printer', async () => {
    const print = (): Promise<never> => expect.fail('the dialog was opened');
    const outcome = await sheets({ printers: async () => 0, print }).printSheet();
    expect(outcome).toEqual({ outcome: 'failed', reason: 'noPrinter' });
  });

  test.each([
    ['Print job canceled', { outcome: 'cancelled' }],
    ['Print job failed', { outcome: 'failed', reason: 'failed' }],
    ['Invalid printer settings', { outcome: 'failed', reason: 'failed' }],
  ])('that the system answers with %j is no success', async (reason, outcome) => {
    expect(await sheets({ print: async () => reason }).printSheet()).toEqual(outcome);
  });
});
