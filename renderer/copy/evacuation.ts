// Words of the evacuation list 疏散名单.
import type { Words } from './words.ts';

export const evacuation = {
  title: { 'zh-CN': '疏散名单', en: 'Evacuation list' },
  inside: { 'zh-CN': '在场访客 {{people}} 人', en: 'Visitors inside: {{people}}' },
  children: { 'zh-CN': '另有随行儿童 {{children}} 人', en: 'Children with them: {{children}}' },
  withChildren: { 'zh-CN': '带儿童 {{count}} 人', en: '+ {{count}} under 14' },
  counted: { 'zh-CN': '已清点 {{out}} / {{people}}', en: 'Accounted for {{out}} / {{people}}' },
  besides: {
    'zh-CN': '另有未核实 {{people}} 人（列在最后）',
    en: 'and not verified: {{people}} (listed last)',
  },
  countedOf: {
    'zh-CN': '（在场 {{inside}} + 未核实 {{unverified}}）',
    en: ' ({{inside}} inside + {{unverified}} not verified)',
  },
  countedSince: { 'zh-CN': ' · {{time}} 开始', en: ' · since {{time}}' },
  countAnew: { 'zh-CN': '重新清点', en: 'Begin anew' },
  staffNotIncluded: {
    'zh-CN': '不含业户自己的员工',
    en: "Tenants' own staff are not included",
  },
  floorOf: { 'zh-CN': '{{floor}} · {{count}} 人', en: '{{floor}} · {{count}}' },
  floor: { 'zh-CN': '{{floor}} 层', en: 'Floor {{floor}}' },
  unverified: { 'zh-CN': '未核实', en: 'Not verified' },
  unverifiedNote: {
    'zh-CN': '以下人员24小时内由系统关闭，无人确认其离开：',
    en: 'Closed by the system within 24 hours; nobody saw them leave:',
  },
  noFloor: { 'zh-CN': '楼层不明', en: 'Floor not known' },
  /** Said of the tick box. */
  out: { 'zh-CN': '已撤离', en: 'Out' },
  phone: { 'zh-CN': '电话', en: 'Phone' },
  host: { 'zh-CN': '被访人', en: 'Host' },
  unit: { 'zh-CN': '单元', en: 'Unit' },
  company: { 'zh-CN': '公司', en: 'Company' },
  arrived: { 'zh-CN': '到访', en: 'Arrived' },
  needsHelp: { 'zh-CN': '需要协助', en: 'Needs help' },
  /** Whose entries are in the list, and up to when. */
  desk: { 'zh-CN': '{{desk}} 数据截至 {{time}}', en: '{{desk}}: entries up to {{time}}' },
  contractor: { 'zh-CN': '施工', en: 'Contractor' },
  nameLocked: { 'zh-CN': '（姓名不可读）', en: '(name not readable)' },
  nobody: { 'zh-CN': '名单上没有人在场。', en: 'Nobody on the books is inside.' },
  unreadable: {
    'zh-CN': '名单暂时读不到，正在等待后台。请先用纸质在访名单。',
    en: 'The list cannot be read while the backend is away. Use the paper list of who is inside.',
  },
  'everyone.out': { 'zh-CN': '全部标记撤离（{{people}} 人）', en: 'Everyone out ({{people}})' },
  'everyone.back': { 'zh-CN': '全部恢复在访（{{people}} 人）', en: 'Everyone back ({{people}})' },
  'everyone.ask.out': {
    'zh-CN': '将在场的 {{people}} 名访客全部标记为已撤离？名单会清空。',
    en: 'Mark all {{people}} visitors inside as out? The list will be empty.',
  },
  'everyone.ask.back': {
    'zh-CN': '将撤离的 {{people}} 名访客全部恢复为在访？',
    en: 'Mark the {{people}} visitors who went out as on site again?',
  },
  'everyone.done.out': { 'zh-CN': '已标记 {{people}} 人撤离', en: 'Marked out: {{people}}' },
  'everyone.done.back': { 'zh-CN': '已恢复 {{people}} 人在访', en: 'On site again: {{people}}' },
  'everyone.signIn': {
    'zh-CN': '登录后可全部标记撤离或恢复在访',
    en: 'Sign in to mark everyone out or back',
  },
  card: { 'zh-CN': '卡 {{card}}', en: 'Card {{card}}' },
} satisfies Words;
