// Words of turnstile cards 临时卡: on the visitor's form, on the visit, and their stock in the settings.
import { fields } from './fields.ts';
import type { Words } from './words.ts';

export const cards = {
  ...fields,
  pass: { 'zh-CN': '通行证', en: 'Pass' },
  'pass.paper': { 'zh-CN': '纸质访客证', en: 'Printed paper' },
  'pass.card': { 'zh-CN': '临时卡', en: 'Turnstile card' },
  'pass.none': { 'zh-CN': '不发', en: 'None' },
  cardNumber: { 'zh-CN': '临时卡号', en: 'Card number' },
  noneFree: { 'zh-CN': '抽屉里没有可发的临时卡', en: 'No card is left in the drawer' },

  'refused.NOT_ON_FILE': {
    'zh-CN': '没有这个号码的临时卡，请核对卡号。',
    en: 'No card of this number is on file: check the number.',
  },
  'refused.OUT': {
    'zh-CN': '这张临时卡还在外面（{{number}}），请换一张，或先登记收回。',
    en: 'This card is out with {{number}}: take another one, or record its return first.',
  },
  'refused.LOST': {
    'zh-CN': '这张临时卡已登记遗失（{{number}}）。找到了请先登记收回。',
    en: 'This card was lost by {{number}}. If it has turned up, record its return first.',
  },
  asked: {
    'zh-CN': '访客持有临时卡 {{card}}，请说明是否已收回。',
    en: 'The visitor has card {{card}}: say whether it came back.',
  },
  holdsOne: { 'zh-CN': '这位访客已经有一张临时卡。', en: 'This visitor has a card already.' },
  holdsNone: { 'zh-CN': '这次来访没有可收回的临时卡。', en: 'This visit has no card to come back.' },

  'tag.out': { 'zh-CN': '卡 {{card}}', en: 'Card {{card}}' },
  'tag.unreturned': { 'zh-CN': '卡 {{card}} 未还', en: 'Card {{card}} not returned' },
  'tag.lost': { 'zh-CN': '卡 {{card}} 遗失', en: 'Card {{card}} lost' },
  'state.out': { 'zh-CN': '在用', en: 'out' },
  'state.unreturned': { 'zh-CN': '未还', en: 'not returned' },
  'state.lost': { 'zh-CN': '遗失', en: 'lost' },
  'state.returned': { 'zh-CN': '已收回', en: 'returned' },

  leaveReturned: { 'zh-CN': '签离，卡 {{card}} 已收回', en: 'Check out, card {{card}} returned' },
  leaveKept: { 'zh-CN': '签离，卡未收回', en: 'Check out, card not returned' },
  question: {
    'zh-CN': '临时卡 {{card}} 收回了吗？',
    en: 'Has card {{card}} come back?',
  },
  giveCard: { 'zh-CN': '发临时卡', en: 'Give a card' },
  giveHint: { 'zh-CN': '填入或扫描卡号', en: 'Type or scan the number of the card' },
  returnCard: { 'zh-CN': '收回卡 {{card}}', en: 'Card {{card}} returned' },
  loseCard: { 'zh-CN': '卡 {{card}} 遗失', en: 'Card {{card}} is lost' },

  stock: { 'zh-CN': '临时卡库存', en: 'Stock of turnstile cards' },
  stockHint: {
    'zh-CN': '有编号的闸机卡，随访客发放、签离时收回。登记后，访客表单里可选“临时卡”。',
    en: 'Numbered cards for the turnstiles, given out with a visit and taken back at its end. Once on file they can be chosen in the visitor form.',
  },
  onFile: { 'zh-CN': '在册', en: 'On file' },
  inDrawer: { 'zh-CN': '抽屉', en: 'In the drawer' },
  out: { 'zh-CN': '在用', en: 'Out' },
  unreturned: { 'zh-CN': '未还', en: 'Not returned' },
  lost: { 'zh-CN': '遗失', en: 'Lost' },
  contradicted: {
    'zh-CN': '这些卡同时记在两次来访上，请查看：{{cards}}',
    en: 'These cards stand on two visits at once, look for them: {{cards}}',
  },
  addRange: { 'zh-CN': '登记一段卡号', en: 'Put a range on file' },
  first: { 'zh-CN': '起始卡号', en: 'First number' },
  last: { 'zh-CN': '结束卡号', en: 'Last number' },
  rangeExample: { 'zh-CN': '例如 001 至 120', en: 'For example 001 to 120' },
  add: { 'zh-CN': '登记', en: 'Put on file' },
  added: { 'zh-CN': '已登记 {{count}} 张临时卡', en: 'Put on file: {{count}} cards' },
  withdraw: { 'zh-CN': '停用 {{first}} 至 {{last}}', en: 'Withdraw {{first}} to {{last}}' },
  withdrawn: { 'zh-CN': '已停用 {{first}} 至 {{last}}', en: 'Withdrawn: {{first}} to {{last}}' },
  ranges: { 'zh-CN': '在册卡号', en: 'Ranges on file' },
  range: { 'zh-CN': '{{first}} 至 {{last}}，共 {{count}} 张', en: '{{first}} to {{last}}, {{count}} cards' },
  noRanges: { 'zh-CN': '还没有登记临时卡。', en: 'No cards are on file.' },
  away: { 'zh-CN': '不在抽屉的卡', en: 'Cards that are not in the drawer' },
  awayHint: {
    'zh-CN': '在查找框输入卡号，即可打开对应的来访。',
    en: 'Type a card number into the box to open its visit.',
  },
  noneAway: { 'zh-CN': '所有卡都在抽屉里。', en: 'Every card is in the drawer.' },
  visit: { 'zh-CN': '来访', en: 'Visit' },
  since: { 'zh-CN': '时间', en: 'Since' },
  cardState: { 'zh-CN': '状态', en: 'State' },
  'range.SHAPE': {
    'zh-CN': '卡号为最多三个字母加一到六位数字，起止前缀相同',
    en: 'Up to three letters and one to six digits, with the same letters in both',
  },
  'range.ORDER': {
    'zh-CN': '结束卡号须不小于起始卡号，一次最多2000张',
    en: 'The last number may not come before the first; 2,000 cards at a time',
  },
  'range.OVERLAP': { 'zh-CN': '与在册卡号重复', en: 'Some of these are on file already' },
  inUse: {
    'zh-CN': '卡 {{card}} 还在外面，先收回或登记遗失再停用。',
    en: 'Card {{card}} is still out: take it back or record it as lost first.',
  },
} satisfies Words;
