// Words that the screens of every register share: forms beside a list, the history of a record, its slip.
import type { Words } from './words.ts';

export const records = {
  loading: { 'zh-CN': '正在读取…', en: 'Loading…' },
  erased: { 'zh-CN': '（已清除或已锁定）', en: '(erased or locked)' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  openForms: { 'zh-CN': '打开的表单', en: 'Open forms' },
  formCancelled: { 'zh-CN': '已取消，没有登记', en: 'Cancelled: nothing was recorded' },
  awayForms: { 'zh-CN': '放回取消的表单（{{count}}）', en: 'Put back a cancelled form ({{count}})' },
  restore: { 'zh-CN': '放回', en: 'Put back' },
  deeds: { 'zh-CN': '可办事项', en: 'What can be done' },
  history: { 'zh-CN': '历史记录', en: 'History' },
  recorded: { 'zh-CN': '补录于 {{time}}', en: 'entered {{time}}' },
  paperLine: { 'zh-CN': '纸质登记行号 {{line}}', en: 'line {{line}} on paper' },
  begunBy: { 'zh-CN': '由 {{who}} 开始填写', en: 'begun by {{who}}' },
  because: { 'zh-CN': '原因：{{reason}}', en: 'Reason: {{reason}}' },
  changes: { 'zh-CN': '改动', en: 'Changes' },
  changed: { 'zh-CN': '{{field}}：', en: '{{field}}: ' },
  nothingBefore: { 'zh-CN': '（空）', en: '(empty)' },
  bySystem: { 'zh-CN': '系统', en: 'System' },
  'event.other': { 'zh-CN': '其他记录', en: 'Other entry' },
  'origin.card': { 'zh-CN': '读卡', en: 'card' },
  'origin.scan': { 'zh-CN': '扫码', en: 'scan' },
  'origin.typed': { 'zh-CN': '手填', en: 'typed' },
  'origin.carriedOver': { 'zh-CN': '沿用', en: 'carried over' },
  'origin.imported': { 'zh-CN': '导入', en: 'imported' },

  // Lists of what is kept on file.
  readOnly: {
    'zh-CN': '您的岗位可查看，不能更改。',
    en: 'Your role reads this; it cannot change it.',
  },
  noneFits: { 'zh-CN': '没有符合的记录', en: 'Nothing fits' },
  noneFitsHint: { 'zh-CN': '换个词，或按 Esc 清空筛选。', en: 'Try another word; Esc clears the filter.' },
  chooseHint: {
    'zh-CN': '方向键移动，Enter 打开，Alt+N 新增。',
    en: 'Arrows move, Enter opens, Alt+N adds.',
  },
  shown: { 'zh-CN': '{{shown}} / {{all}}', en: '{{shown}} of {{all}}' },
  meanwhile: {
    'zh-CN': '您打开后有人改过，尚未保存。标出的几项已更新为最新内容，请核对后再次保存。',
    en: 'Somebody changed this since you opened it; nothing is saved yet. The marked fields show the latest: check them and save again.',
  },
} satisfies Words;
