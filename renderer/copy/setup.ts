// Words of the first start: try the sample property, or set up this desk.
import { fields, staffFields } from './fields.ts';
import type { Words } from './words.ts';

export const setup = {
  ...fields,
  ...staffFields,
  title: { 'zh-CN': '设置这个服务台', en: 'Set up this desk' },
  text: {
    'zh-CN': '填好三栏即可登录使用，约两分钟。内容只保存在这台电脑上。',
    en: 'About two minutes, then sign in. Everything stays on this computer.',
  },
  sampleTitle: { 'zh-CN': '只想先看看？', en: 'Just looking?' },
  sampleText: {
    'zh-CN': '虚构的一座大厦，已有数周记录；数据单独存放。',
    en: 'An invented tower with weeks of records, kept apart from real data.',
  },
  property: { 'zh-CN': '项目', en: 'Property' },
  propertyHint: { 'zh-CN': '这座大厦或园区', en: 'The building or estate' },
  desk: { 'zh-CN': '服务台', en: 'Desk' },
  deskHint: { 'zh-CN': '这台电脑所在的柜台', en: 'The counter that this computer stands on' },
  admin: { 'zh-CN': '管理员', en: 'Admin' },
  adminHint: {
    'zh-CN': '第一位登录的人，之后由他添加员工',
    en: 'The first to sign in, who then adds the others',
  },
  newAdmin: { 'zh-CN': '设一位新的管理员', en: 'Set up a new admin' },
  newAdminHint: {
    'zh-CN': '原来的密钥不在了，所有 PIN 都已作废。新的管理员登录后再添加其他员工；员工号可以沿用。',
    en: 'The old key is gone and every PIN with it. The new admin signs in and adds the others; staff numbers may be used again.',
  },
  newAdminClock: {
    'zh-CN': '本机时间是 {{clock}}。不正确请先把系统时间改对再继续；继续即表示时间正确。',
    en: 'This computer says {{clock}}. If that is wrong, set its clock first; going on says that it is right.',
  },
  newAdminDone: { 'zh-CN': '完成，去登录', en: 'Done, sign in' },
  nameZh: { 'zh-CN': '中文名称', en: 'Chinese name' },
  nameEn: { 'zh-CN': '英文名称', en: 'English name' },
  propertyCode: { 'zh-CN': '项目代码', en: 'Property code' },
  propertyCodeHint: { 'zh-CN': '1 至 8 位字母或数字，如 YSDS', en: '1 to 8 letters or digits, such as YSDS' },
  address: { 'zh-CN': '地址（选填）', en: 'Address (optional)' },
  timeZone: { 'zh-CN': '时区', en: 'Time zone' },
  deskCode: { 'zh-CN': '服务台代码', en: 'Desk code' },
  deskCodeHint: {
    'zh-CN': '印在每个编号里，启用后不再更改',
    en: 'Part of every number given out; stays as it is',
  },
  deskNameZh: { 'zh-CN': '大堂服务台', en: '大堂服务台' },
  deskNameEn: { 'zh-CN': 'Lobby desk', en: 'Lobby desk' },
  hours: { 'zh-CN': '开放时间', en: 'Opening hours' },
  'hours.daily': { 'zh-CN': '每天定时', en: 'Set hours' },
  'hours.always': { 'zh-CN': '全天不关', en: 'Never closes' },
  opens: { 'zh-CN': '开放', en: 'Opens' },
  closes: { 'zh-CN': '关闭', en: 'Closes' },
  'field.propertyCode': {
    'zh-CN': '项目代码为 1 至 8 位字母或数字',
    en: 'A property code has 1 to 8 letters or digits',
  },
  'field.deskCode': {
    'zh-CN': '服务台代码为 1 至 6 位字母或数字',
    en: 'A desk code has 1 to 6 letters or digits',
  },
  'field.time': { 'zh-CN': '如 08:00', en: 'Such as 08:00' },
  'field.timeZone': { 'zh-CN': '这台电脑不认识此时区', en: 'This computer does not know the zone' },
  'field.closes': { 'zh-CN': '须晚于开放时间', en: 'Has to be later than opening' },
  done: { 'zh-CN': '完成设置', en: 'Finish setup' },
  doneHint: { 'zh-CN': '之后用员工号和 PIN 登录', en: 'Then sign in with staff number and PIN' },
} satisfies Words;
