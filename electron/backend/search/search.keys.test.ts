// What a record is found by, name by name; and that the index never knows less than the record itself.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchTerms } from '../registers/register.ts';
import { keysOf, tokensOf } from './search.keys.ts';
import { answers, indexQueryOf, readQuery } from './search.query.ts';

const nothing: SearchTerms = { names: [], companies: [], phones: [], codes: [], wholes: [], blind: [] };

/** Which of the typed texts find a record of these terms. */
function finding(terms: Partial<SearchTerms>, typed: readonly string[]): string[] {
  const keys = keysOf({ ...nothing, ...terms });
  return typed.filter((text) => answers(keys, readQuery(text, [])));
}

/** Every text must find the record. */
function expectFound(terms: Partial<SearchTerms>, typed: readonly string[]): void {
  expect(finding(terms, typed)).toEqual(typed);
}

test('a Chinese name is found by any run of its characters, by pinyin and by initials, with or without surname', () => {
  const typed = [
    '测',
    '试',
    '测试甲',
    '试甲',
    'ceshijia',
    'ceshi',
    'c',
    'csj',
    'cs',
    'shijia',
    'sj',
    'CeShi',
  ];
  expectFound({ names: ['测试甲'] }, [...typed, '测 甲', 'ce shi', '测shi']);
  expect(finding({ names: ['测试甲'] }, ['测甲', 'eshi', 'jia', 'j', 'ceshijiaa', '乙', ''])).toEqual([]);
});

test('whole syllables first and initials after them find the name, from its beginning and from behind the surname', () => {
  expectFound({ names: ['顾琳希'] }, ['gulx', 'GuLX', 'gulinx', 'gulinxi']);
  expectFound({ names: ['欧阳试验'] }, ['ouysy', 'ouyangsy', 'ouyangshiy']);
  expectFound({ names: ['吕试验'] }, ['lvsy', 'lusy']);
  expectFound({ companies: ['恒远测试科技有限公司'] }, ['hengycs', 'hengyuancskj', 'hengyuancsk']);
  expectFound({ names: ['顾琳希'], companies: ['恒远测试'] }, ['gulx hengycs', 'gulx 恒远', 'glx hengycs']);
  expect(finding({ names: ['顾琳希'] }, ['gulxa', 'gulxi', 'gux', 'linxx', 'gulix', 'uglx'])).toEqual([]);
  expect(finding({ names: ['John Abc Def'] }, ['johnad'])).toEqual([]);
});

test('letters that spell a syllable are that syllable and no initials', () => {
  const readings = readQuery('zhanghangn', []).terms.flatMap(({ mixed }) => mixed);
  const written = readings.map(({ syllables, initials }) => [...syllables, initials].join(' '));
  expect(written).toEqual(['zha nghangn', 'zhan ghangn', 'zhang ha ngn', 'zhang han gn']);
  expectFound({ names: ['章航宁'] }, ['zhanghangn', 'zhanghn']);
});

test('surnames with a reading of their own, compound surnames, ü as v and as u', () => {
  expectFound({ names: ['单试验'] }, ['shan', 'shanshiyan', 'ssy', 'shiyan']);
  expectFound({ names: ['仇试'] }, ['qiu', 'qs']);
  expectFound({ names: ['曾试'] }, ['zeng', 'zs']);
  expectFound({ names: ['欧阳试验'] }, ['ouyang', 'oysy', 'shiyan', 'sy', '阳试']);
  expectFound({ names: ['吕试'] }, ['lv', 'lu', 'lvshi', 'lushi', 'ls']);
});

test('every variant of the point is the same, and so is none', () => {
  const points = ['·', '・', '•', '‧', '∙', '⋅', '･', '．', '.', ' ', ''];
  expectFound(
    { names: ['阿布都·热合曼'] },
    points.map((point) => `阿布都${point}热合曼`),
  );
  expectFound({ names: ['阿布都・热合曼'] }, ['都热', '热合曼', 'abudou', 'rehe', 'reheman']);
});

test('foreign names are found by each of their words, joined, without accents, in any case', () => {
  expectFound({ names: ['Zoë Müller-Testperson'] }, [
    'zoe',
    'ZOË',
    'muller',
    'testp',
    'zoe mul',
    'zoemuller',
    'zmt',
  ]);
  expect(finding({ names: ['Zoë Müller'] }, ['oe', 'ller'])).toEqual([]);
  expectFound({ names: ['Иван Тестов'] }, ['иван', 'тест', 'Иван Тестов']);
});

test('names with emoji, right-to-left letters, rare characters or a hundred letters are found like others', () => {
  expectFound({ names: ['测试😀'] }, ['😀', '试😀', '测试😀', 'ceshi']);
  expectFound({ names: ['שלום בדיקה'] }, ['שלום', 'בדיקה', 'שלום בד']);
  expectFound({ names: ['测𠮷𬱖'] }, ['𠮷', '测𠮷', '测𠮷𬱖']);
  const long = 'a'.repeat(60) + 'b'.repeat(40);
  expectFound({ names: [long] }, ['a', long, long.slice(0, 61)]);
  expect(finding({ names: [long] }, ['a'.repeat(61), 'b'])).toEqual([]);
});

test('a company is found without its 有限公司, also while that is still being typed', () => {
  const terms = { companies: ['恒远测试科技（上海）有限公司'] };
  expectFound(terms, [
    '恒远',
    '科技',
    '测试科技上海',
    '恒远测试科技(上海)有限公司',
    '恒远测试科技（上海）有限',
    'hengyuan',
    'hyc',
  ]);
  expect(finding(terms, ['有限公司', '有限', '公司'])).toEqual([]);
  expectFound({ companies: ['Evertest Ltd.'] }, ['ever', 'ltd', 'evertestltd']);
});

test('phones by their beginning from three digits on, by the last four, and whole however they are written', () => {
  const terms = { phones: ['+86 139 1234 5678'] };
  expectFound(terms, [
    '139',
    '13912345',
    '139123456',
    '13912345678',
    '139 1234 5678',
    '+86 139-1234-5678',
    '１３９',
  ]);
  expectFound(terms, ['5', '56', '567', '5678']);
  expect(finding(terms, ['13', '1234', '678', '13912345679', '45678'])).toEqual([]);
});

test('units, plates and numbers', () => {
  expectFound({ codes: ['A-1203 恒远、B2-0801'] }, [
    'A-1203',
    'a12',
    '1203',
    '12',
    '恒远',
    'b2-08',
    '0801',
    'A1203 恒',
  ]);
  expectFound({ codes: ['京A12345'] }, ['京A12345', '京a1', 'A123', '1234', '京']);
  expectFound({ wholes: ['V-L1-261121-0042'] }, ['V-L1-261121-0042', 'v-l1-261121-0042', '261121-0042']);
  expect(finding({ wholes: ['V-L1-261121-0042'] }, ['V-L1', '0042', '261121-004'])).toEqual([]);
});

test('a document is found by the blind index of its whole number', () => {
  const index = Buffer.from('an index of nothing').toString('base64url');
  const other = Buffer.from('another of nothing!').toString('base64url');
  const keys = keysOf({ ...nothing, names: ['测试甲'], blind: [index] });
  expect(answers(keys, readQuery('11010119900307001X', [other, index]))).toBe(true);
  expect(answers(keys, readQuery('11010119900307001X', [other]))).toBe(false);
});

const alphabet = [
  '张',
  '三',
  '吕',
  '单',
  '·',
  ' ',
  'a',
  'B',
  'é',
  '😀',
  '𠮷',
  '1',
  '２',
  '3',
  '-',
  '有限',
  '公司',
  'ש',
  '\u0000',
  '"',
];
const SPELLED = ['顾', '琳', '希', '安', '单'];
const LATIN = ['gu', 'lin', 'xi', 'an', 'g', 'l', 'x', 'a', 's', ' '];
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...SPELLED), maxLength: 5 }),
  fc.string({ unit: fc.constantFrom(...LATIN), maxLength: 6 }),
  fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.stringMatching(/^[0-9]{1,14}$/),
);
const terms = fc.record({
  ...{ names: fc.array(text, { maxLength: 1 }), companies: fc.array(text, { maxLength: 1 }) },
  ...{ phones: fc.array(text, { maxLength: 1 }), codes: fc.array(text, { maxLength: 1 }) },
  ...{ wholes: fc.array(text, { maxLength: 1 }), blind: fc.constant([]) },
});

test('the index knows a token for whatever a record answers to, and where it says exact, for nothing else', () => {
  let found = 0;
  const property = fc.property(terms, text, fc.nat(3), (record, free, from) => {
    const all = Object.values(record).flat().join(' ');
    // Half of the texts come from the record itself, or nothing would ever be found.
    for (const typed of [free, all.slice(from, from + 4), all]) {
      const query = readQuery(typed, []);
      const keys = keysOf(record);
      const tokens = new Set(tokensOf(keys));
      const { groups, exact, mixed } = indexQueryOf(query);
      const plain = groups.length > 0 && groups.every((group) => group.some((token) => tokens.has(token)));
      const either = mixed?.every((ways) =>
        ways.some((needed) => needed.every((token) => tokens.has(token))),
      );
      const known = plain || either === true;
      const answered = answers(keys, query);
      if (answered) found += 1;
      expect(known || !answered).toBe(true);
      if (exact && plain) expect(answered).toBe(true);
      if (exact && mixed === null) expect(answered).toBe(known);
      for (const token of tokens) expect(token).toMatch(/^[^\s"\p{Cc}]+$/u);
    }
  });
  fc.assert(property, { numRuns: 2_000 });
  expect(found).toBeGreaterThan(500);
});
