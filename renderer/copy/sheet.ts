// Words of every A4 sheet: its buttons, its head, and what came of printing it.
import type { Words } from './words.ts';

export const sheet = {
  print: { 'zh-CN': '打印', en: 'Print' },
  savePdf: { 'zh-CN': '保存为 PDF', en: 'Save PDF' },
  printedAt: { 'zh-CN': '打印时间 {{time}}', en: 'Printed {{time}}' },
  printedBy: { 'zh-CN': '打印人 {{staff}}', en: 'by {{staff}}' },
  /** In single braces: these are counted while printing. */
  page: { 'zh-CN': '第 {page} 页，共 {pages} 页', en: 'Page {page} of {pages}' },
  fetching: {
    'zh-CN': '正在取得最新数据，取得后即打印或保存。',
    en: 'Fetching the latest data; the sheet is printed or saved once they are here.',
  },
  /** Esc while the sheet is on its way to paper. */
  'closing.print': {
    'zh-CN': '打印后自动关闭。再按一次 Esc：不打印，立即关闭。',
    en: 'Closes by itself once it is printed. Esc again: close now, print nothing.',
  },
  'closing.save': {
    'zh-CN': '保存后自动关闭。再按一次 Esc：不保存，立即关闭。',
    en: 'Closes by itself once it is saved. Esc again: close now, save nothing.',
  },
  /** On the paper: the backend gave no answer, and what stands below may have changed. */
  notLatest: {
    'zh-CN': '后台未响应，以下不是最新数据',
    en: 'The backend did not answer: these are not the latest data',
  },
  printed: { 'zh-CN': '已交给系统打印。', en: 'Handed to the system for printing.' },
  saved: { 'zh-CN': '已保存：{{file}}', en: 'Saved: {{file}}' },
  notPrinted: { 'zh-CN': '已取消，没有打印。', en: 'Cancelled; nothing was printed.' },
  notSaved: { 'zh-CN': '已取消，没有保存。', en: 'Cancelled; nothing was saved.' },
  'failed.noPrinter': {
    'zh-CN': '这台电脑没有可用的打印机。请先保存为 PDF，再到别处打印。',
    en: 'This computer has no printer. Save the sheet as PDF and print it elsewhere.',
  },
  'failed.print': {
    'zh-CN': '没有打印成功。请检查打印机后再打印一次，或保存为 PDF。',
    en: 'It was not printed. Check the printer and print again, or save the sheet as PDF.',
  },
  'failed.diskFull': {
    'zh-CN': '磁盘已满，PDF 没有保存。请换一个磁盘再保存。',
    en: 'The disk is full and no PDF was saved. Save it on another disk.',
  },
  'failed.notAllowed': {
    'zh-CN': '那个文件夹不允许写入，PDF 没有保存。请换一个文件夹。',
    en: 'Nothing may be written to that folder and no PDF was saved. Choose another folder.',
  },
  'failed.inUse': {
    'zh-CN': '同名文件正被其他程序打开，PDF 没有保存。请关闭它，或换一个文件名。',
    en: 'Another program has that file open and no PDF was saved. Close it there, or choose another name.',
  },
  'failed.save': {
    'zh-CN': 'PDF 没有保存成功，请换一个位置再试。',
    en: 'The PDF could not be saved. Try another place.',
  },
} satisfies Words;
