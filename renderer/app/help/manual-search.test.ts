// Looking something up in the manual.
import { expect, test } from 'vitest';
import { searchManual } from './manual-search.ts';

const page = (title: string, text: string) => ({ title, text: `${title} ${text}`.toLowerCase() });
const visitors = page('来访登记', '打印访客证，缺纸时看设备一页');
const devices = page('打印机缺纸', '换纸后自动继续，Paper Out');
const privacy = page('隐私', '证件号码');
const pages = [visitors, devices, privacy];

test('nothing asked for lists every page in its order', () => {
  expect(searchManual(pages, '  ')).toEqual(pages);
});

test('a page whose title says it comes before one that only mentions it', () => {
  expect(searchManual(pages, '缺纸')).toEqual([devices, visitors]);
});

test('every word has to be there, whatever its case', () => {
  expect(searchManual(pages, 'PAPER 换纸')).toEqual([devices]);
  expect(searchManual(pages, 'paper 证件')).toEqual([]);
});
