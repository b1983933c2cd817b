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

test('a page that speaks of it comes before one that names it once', () => {
  const mention = page('第一天', '打印机也是模拟的');
  const about = page('读卡器与纸张', '打印机缺纸；打印机脱机；换打印机');
  expect(searchManual([mention, about], '打印机')).toEqual([about, mention]);
});

test('a question in full finds the page that has most of its words; nonsense finds nothing', () => {
  const trouble = page('出了问题怎么办', '打印机没有反应时看电源');
  expect(searchManual([visitors, trouble, privacy], '打印机坏了怎么办？')[0]).toBe(trouble);
  const refused = page('来访登记', '没带证件、不愿出示证件的访客');
  expect(searchManual([trouble, refused], '访客不肯出示身份证，我该怎么办？')[0]).toBe(refused);
  expect(searchManual(pages, '彗星葡萄酒')).toEqual([]);
});

test('a page that has every word is enough, whatever its case; else the nearest is shown', () => {
  expect(searchManual(pages, 'PAPER 换纸')).toEqual([devices]);
  expect(searchManual(pages, 'paper 证件')).toEqual([devices]);
});
