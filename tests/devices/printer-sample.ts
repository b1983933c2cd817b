// An invented visitor's pass, in both languages, with names that no printer's ROM holds.
import type { Language } from '../../electron/api/boot.ts';
import { makeScanCode } from '../../electron/backend/shared/scan-code.ts';
import {
  field,
  heading,
  pair,
  rule,
  scanCode,
  slip,
  space,
  text,
  type Slip,
} from '../../electron/backend/devices/printer/slip.ts';

export const SAMPLE_CODE = makeScanCode('visitPass', '0421160401873');

const WORDS = {
  'zh-CN': {
    property: '云栖国际中心',
    title: '访客出入证',
    name: '䶮𬱖·买买提',
    fields: [
      ['证件', '居民身份证 1101**********0011'],
      ['来访单位', '杭州测试甲网络科技有限公司（滨江分公司）'],
      ['到访', '3208　测试乙资产管理有限公司'],
      ['被访人', '测试丙'],
      ['事由', '会议'],
    ],
    validity: ['有效至', '2026-11-21 18:00'],
    remark: '须被访人陪同',
    desk: '一层大堂',
    please: '离开时请交回',
    thanks: '感谢配合，祝您顺利',
  },
  en: {
    property: 'Yunqi International Center',
    title: 'Visitor pass',
    name: 'Zoë O’Testa-Muñoz',
    fields: [
      ['Document', 'Passport E****5678'],
      ['Company', 'Testalpha Network Technology Co., Ltd. (Binjiang branch office)'],
      ['Visiting', '3208 Testbeta Asset Management'],
      ['Host', 'Testgamma Li'],
      ['Purpose', 'Meeting'],
    ],
    validity: ['Valid until', '2026-11-21 18:00'],
    remark: 'Must be accompanied by the host',
    desk: 'Lobby, 1st floor',
    please: 'Please return to the desk',
    thanks: 'Thank you, and enjoy your visit',
  },
} as const;

export function sampleVisitorPass(language: Language): Slip {
  const words = WORDS[language];
  return slip(
    language,
    text(words.property, { align: 'center' }),
    heading(words.title),
    rule(),
    text(words.name, { size: 2, bold: true }),
    space(),
    ...words.fields.map(([label, value]) => field(label, value)),
    field(words.validity[0], words.validity[1], { bold: true }),
    space(),
    text(words.remark, { bold: true }),
    rule(),
    pair('V-L1-261121-0042', words.desk),
    scanCode(SAMPLE_CODE),
    space(),
    text(words.please, { size: 2, bold: true, align: 'center' }),
    text(words.thanks, { align: 'center' }),
  );
}
