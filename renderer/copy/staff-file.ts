// Words of the staff file that are about desks and badges: home desk, lending 顶岗, 工卡.
import type { Words } from './words.ts';

export const staffFile = {
  homeDesk: { 'zh-CN': '所属服务台', en: 'Home desk' },
  noHomeDesk: { 'zh-CN': '不固定', en: 'No desk of their own' },
  'state.lent': { 'zh-CN': '顶岗 {{desk}} 至 {{time}}', en: 'Lent to {{desk}} until {{time}}' },
  'state.badge': { 'zh-CN': '工卡', en: 'Badge' },
  badge: { 'zh-CN': '工卡', en: 'Badge' },
  badgeHint: {
    'zh-CN': '光标在此处时刷卡，或输入卡号。刷卡只用于切换员工，不能审批。',
    en: 'Present it while the cursor is here, or type its number. It switches staff and approves nothing.',
  },
  badgeHeld: {
    'zh-CN': '已登记工卡。登记新卡后，旧卡立即作废。',
    en: 'They have a badge. A new one makes it worthless at once.',
  },
  badgeUid: { 'zh-CN': '卡号', en: 'Badge number' },
  giveBadge: { 'zh-CN': '登记工卡', en: 'Register badge' },
  takeBadge: { 'zh-CN': '注销工卡', en: 'Take badge away' },
  'field.badge': {
    'zh-CN': '卡号为 8 至 32 位数字或字母 A 至 F',
    en: 'A badge number has 8 to 32 digits or letters A to F',
  },
  'field.badgeTaken': {
    'zh-CN': '此卡已登记给其他在职员工',
    en: 'Somebody else who works here has this badge',
  },
  'field.badgeOnThing': {
    'zh-CN': '此卡是钥匙或借用物品的标签',
    en: 'This is the tag of a key or of a thing that is lent',
  },
  lend: { 'zh-CN': '顶岗', en: 'Lend to another desk' },
  lendHint: {
    'zh-CN': '安排到其他服务台当班，到时自动结束。未安排的也可以登录，但会记录并待主管补签。',
    en: 'Until then they belong to that desk. Who was not lent can sign in there too, but a supervisor has to sign for it.',
  },
  lendDesk: { 'zh-CN': '顶岗服务台', en: 'Lend to' },
  lendDay: { 'zh-CN': '截止日期', en: 'Until (date)' },
  lendTime: { 'zh-CN': '截止时间', en: 'Until (time)' },
  lendConfirm: { 'zh-CN': '安排顶岗', en: 'Lend' },
  callBack: { 'zh-CN': '结束顶岗', en: 'Call back' },
  oneDesk: {
    'zh-CN': '本项目没有其他服务台可以安排。',
    en: 'There is no other desk to lend them to.',
  },
  'field.unknownDesk': { 'zh-CN': '没有这个服务台', en: 'There is no such desk' },
  'field.lendTime': { 'zh-CN': '须在今后 31 天内', en: 'Has to lie within the next 31 days' },
  badgeDone: {
    'zh-CN': '已登记 {{who}} 的工卡，可以刷卡登录',
    en: 'Badge of {{who}} registered; it signs them in',
  },
  badgeGoneDone: { 'zh-CN': '已注销 {{who}} 的工卡', en: 'The badge of {{who}} opens nothing any more' },
  lentDone: { 'zh-CN': '已安排 {{who}} 顶岗', en: 'Lent {{who}}' },
  calledBackDone: { 'zh-CN': '已结束 {{who}} 的顶岗', en: 'Called {{who}} back' },
} satisfies Words;
