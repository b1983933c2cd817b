// The papers of keys and borrowed things as they come out of the printer, on each paper and in both languages.
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../electron/api/boot.ts';
import { PRINTER_PROFILE_IDS } from '../../electron/api/devices.contract.ts';
import { BORROWER_PHONE, LENDING_CODES, lendingSamples } from './lending-samples.ts';
import { printed } from './printed-slip.ts';
import { readCodes } from './read-codes.ts';

const papers = PRINTER_PROFILE_IDS.flatMap((id) => LANGUAGES.map((language) => [id, language] as const));

describe.each(papers)('on %s in %s', (id, language) => {
  test.each([
    ['keys', LENDING_CODES.keyLoan],
    ['keyTag', LENDING_CODES.keyTag],
    ['things', LENDING_CODES.loan],
    ['item', LENDING_CODES.loanItem],
  ])('%s is found by both of its codes', async (name, code) => {
    const { picture } = await printed(lendingSamples(language)[name], id);
    expect(await readCodes(await picture())).toEqual([`Code128 ${code}`, `QRCode ${code}`]);
  });
});

describe('a slip that is left lying', () => {
  test.each(['keys', 'issued', 'emergency', 'things'])('gives away no phone: %s', async (name) => {
    const { words } = await printed(lendingSamples('zh-CN')[name], 'rom80');
    expect(words.join('\n')).not.toContain(BORROWER_PHONE);
    expect(words).toContain('电话 138****0001');
  });

  test('says which keys are out, how many of each, and where they go back to', async () => {
    const { words } = await printed(lendingSamples('zh-CN')['keys'], 'rom58');
    expect(words).toEqual(
      expect.arrayContaining(['B1-1030 2 把', '3 层弱电间', 'A-0007 1 把', '用毕请交回服务台']),
    );
  });

  test('says what everything on it costs together, if it is lost', async () => {
    const { words } = await printed(lendingSamples('zh-CN')['things'], 'rom80');
    expect(words).toEqual(expect.arrayContaining(['物品 长柄雨伞 ×2', '遗失照价赔偿 1299 元']));
  });
});

test('a key’s tag names no door', async () => {
  for (const language of LANGUAGES) {
    const { words } = await printed(lendingSamples(language)['keyTag'], 'rom80');
    expect(words.join('')).not.toMatch(/弱电间|Service room/);
  }
});

test('printed again, it says how often', async () => {
  const { words } = await printed(lendingSamples('en')['keysAgain'], 'rom80');
  expect(words.join('\n')).toContain('Reprint 1');
});
