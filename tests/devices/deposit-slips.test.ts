// The papers of a deposit as they come out of the printer: codes that scan, amounts in digits and in capitals.
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../electron/api/boot.ts';
import { PRINTER_PROFILE_IDS } from '../../electron/api/devices.contract.ts';
import { DEPOSIT_CODE, depositSamples } from './deposit-samples.ts';
import { printed } from './printed-slip.ts';
import { readCodes } from './read-codes.ts';

const papers = PRINTER_PROFILE_IDS.flatMap((id) => LANGUAGES.map((language) => [id, language] as const));

describe('the customer’s copy of a receipt', () => {
  test.each(papers)('on %s in %s is found by both of its codes', async (id, language) => {
    const { picture } = await printed(depositSamples(language)['customer'], id);
    expect(await readCodes(await picture())).toEqual([`Code128 ${DEPOSIT_CODE}`, `QRCode ${DEPOSIT_CODE}`]);
  });

  test('is marked, and printed again says how often', async () => {
    const { words } = await printed(depositSamples('zh-CN')['again'], 'rom80');
    expect(words).toContain('客户联');
    expect(words.join('\n')).toContain('补打 2');
  });
});

test('the desk’s copy is marked and has no code that would pay back a second time', async () => {
  const { words, picture } = await printed(depositSamples('zh-CN')['desk'], 'rom80');
  expect(words).toContain('存根联');
  expect(await readCodes(await picture())).toEqual([]);
});

describe('an amount stands in digits, and in capitals on Chinese paper,', () => {
  test.each([
    ['customer', '押金 ￥500.00', '大写 人民币伍佰元整'],
    ['kept', '实退金额 ￥349.50', '大写 人民币叁佰肆拾玖元伍角整'],
    ['bill', '应补金额 ￥700.00', '大写 人民币柒佰元整'],
    ['handIn', '缴款金额 ￥860.00', '大写 人民币捌佰陆拾元整'],
    ['pending', '待原路退款 ￥500.00', '大写 人民币伍佰元整'],
  ])('on paper: %s', async (name, digits, capitals) => {
    for (const id of ['rom80', 'rom58'] as const) {
      const { words } = await printed(depositSamples('zh-CN')[name], id);
      expect(words).toEqual(expect.arrayContaining([digits, capitals]));
    }
    const { words } = await printed(depositSamples('en')[name], 'rom80');
    expect(words.join('\n')).not.toMatch(/人民币/);
  });
});

test('what was kept is itemised with its sum', async () => {
  const { words } = await printed(depositSamples('zh-CN')['kept'], 'rom80');
  expect(words).toEqual(
    expect.arrayContaining(['维修费 右侧扶手断裂 -￥120.50', '清洁费 -￥30.00', '扣款合计 -￥150.50']),
  );
});

test('finance’s copy of a hand-in says how many unclaimed deposits go with it; the desk keeps the other', async () => {
  const [finance, desk] = [depositSamples('zh-CN')['handIn'], depositSamples('zh-CN')['handInDesk']];
  expect((await printed(finance, 'rom58')).words).toEqual(
    expect.arrayContaining(['财务联', '财务接收人 测试财务', '无人领取押金 2 笔']),
  );
  const { words } = await printed(desk, 'rom58');
  expect(words).toContain('存根联');
  expect(words.join('\n')).not.toContain('无人领取');
});

test('who lost the receipt signs for it by its number', async () => {
  const { words } = await printed(depositSamples('zh-CN')['lostReceipt'], 'rom80');
  expect(words.join('')).toContain('D-L1-261121-0001 的押金收据');
});
