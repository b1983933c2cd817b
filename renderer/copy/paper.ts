// Words of the paper kit 纸质应急登记表 and of the notice sheet 个人信息处理告知.
import type { Words } from './words.ts';

export const paper = {
  sheets: { 'zh-CN': '纸质表单', en: 'Sheets' },
  kit: { 'zh-CN': '纸质应急登记表', en: 'Paper kit' },
  notice: { 'zh-CN': '个人信息处理告知', en: 'Privacy notice' },
  /** Heads the notice for whoever stands before the counter, in both languages whatever the window speaks. */
  noticeBoth: { 'zh-CN': '个人信息处理告知 Privacy notice', en: '个人信息处理告知 Privacy notice' },
  noticeVersion: {
    'zh-CN': '版本 {{version}} · Version {{version}}',
    en: '版本 {{version}} · Version {{version}}',
  },
  noticeUnreadable: {
    'zh-CN': '告知内容暂时读不到，正在等待后台。',
    en: 'The notice cannot be read while the backend is away.',
  },
  blankPages: { 'zh-CN': '空白登记页数', en: 'Blank pages' },
  kitHint: {
    'zh-CN': '停电或系统不可用时手工登记；恢复后用“补录”录入，并填写行号。',
    en: 'For times without power or system. Afterwards enter each line as entered late, with its line number.',
  },
  blankTitle: { 'zh-CN': '访客登记', en: 'Visitors' },
  date: { 'zh-CN': '日期', en: 'Date' },
  onDuty: { 'zh-CN': '值班人', en: 'On duty' },
  line: { 'zh-CN': '行号', en: 'Line' },
  entered: { 'zh-CN': '已补录', en: 'Entered' },
  name: { 'zh-CN': '姓名', en: 'Name' },
  document: { 'zh-CN': '证件类型和号码', en: 'Document and number' },
  phone: { 'zh-CN': '电话', en: 'Phone' },
  company: { 'zh-CN': '公司', en: 'Company' },
  host: { 'zh-CN': '被访人、单元', en: 'Host, unit' },
  purpose: { 'zh-CN': '事由', en: 'Purpose' },
  arrived: { 'zh-CN': '到访时间', en: 'In' },
  left: { 'zh-CN': '离开时间', en: 'Out' },
  needsHelp: { 'zh-CN': '需要协助', en: 'Needs help' },
  onSite: {
    'zh-CN': '在场访客（截至 {{time}}，{{people}} 人）',
    en: 'Visitors inside at {{time}}: {{people}}',
  },
  onSiteUnreadable: {
    'zh-CN': '在场名单暂时读不到，没有列入。',
    en: 'Who is inside cannot be read now and is left out.',
  },
  nobody: { 'zh-CN': '没有访客在场。', en: 'Nobody is inside.' },
  number: { 'zh-CN': '编号', en: 'Number' },
  unit: { 'zh-CN': '单元', en: 'Unit' },
} satisfies Words;
