// Words of any spreadsheet that comes in: its preview, and what is wrong with it.
import type { Words } from './words.ts';

export const imports = {
  importedDone: { 'zh-CN': '导入完成：{{what}}', en: 'Imported: {{what}}' },
  template: { 'zh-CN': '下载模板', en: 'Download template' },
  chooseFile: { 'zh-CN': '选择文件', en: 'Choose file' },
  chooseOther: { 'zh-CN': '换一个文件', en: 'Choose another file' },
  reading: { 'zh-CN': '正在读取 {{file}}…', en: 'Reading {{file}}…' },
  fileRead: { 'zh-CN': '{{file}}：{{count}} 行', en: '{{file}}: {{count}} rows' },
  previewOf: { 'zh-CN': '导入预览', en: 'Preview of the import' },
  what: { 'zh-CN': '内容', en: 'What' },
  added: { 'zh-CN': '新增', en: 'New' },
  changed: { 'zh-CN': '更改', en: 'Changed' },
  same: { 'zh-CN': '不变', en: 'As it is' },
  nothingNew: {
    'zh-CN': '表格内容与现有资料一致，无需导入。',
    en: 'All of it is on file already: nothing to import.',
  },
  runImport: { 'zh-CN': '导入', en: 'Import' },
  unknownColumns: { 'zh-CN': '未识别的列（不导入）：{{columns}}', en: 'Columns passed over: {{columns}}' },
  faults: {
    'zh-CN': '有 {{count}} 处错误，未导入任何内容。请在表格中改正后重新选择。',
    en: '{{count}} cells are wrong and nothing is imported. Mend them in the spreadsheet and choose it again.',
  },
  faultsShown: { 'zh-CN': '以下为前 {{shown}} 处。', en: 'These are the first {{shown}}.' },
  faultList: { 'zh-CN': '错误列表', en: 'What is wrong' },
  row: { 'zh-CN': '行', en: 'Row' },
  column: { 'zh-CN': '列', en: 'Column' },
  reason: { 'zh-CN': '原因', en: 'Why' },
  'fault.needed': { 'zh-CN': '必须填写', en: 'Has to be filled in' },
  'fault.tooLong': { 'zh-CN': '内容过长', en: 'Too long' },
  'fault.characters': { 'zh-CN': '含有不能保存的字符', en: 'Holds characters that cannot be kept' },
  'fault.notKnown': { 'zh-CN': '不是可用的值', en: 'None of the values there are' },
  'fault.differs': { 'zh-CN': '与第 {{other}} 行不一致', en: 'Row {{other}} says otherwise' },
  'file.notTable': {
    'zh-CN': '这个文件不是 XLSX 或 CSV 表格，或已损坏。',
    en: 'This is no XLSX or CSV spreadsheet, or it is damaged.',
  },
  'file.tooLarge': { 'zh-CN': '文件过大（最多 5 MB）。', en: 'The file is too large (5 MB at most).' },
  'file.tooManyRows': {
    'zh-CN': '超过 5000 行，请分成几个文件。',
    en: 'More than 5,000 rows: split it into several files.',
  },
  'file.noRows': { 'zh-CN': '表格里没有内容。', en: 'There is nothing in the spreadsheet.' },
  'file.columnMissing': {
    'zh-CN': '缺少“{{column}}”列，请使用模板的表头。',
    en: 'The column "{{column}}" is missing: use the headers of the template.',
  },
  'file.columnTwice': {
    'zh-CN': '“{{column}}”列出现了两次。',
    en: 'The column "{{column}}" is there twice.',
  },
} satisfies Words;
