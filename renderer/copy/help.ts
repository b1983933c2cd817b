// Words around the manual; its pages stand in resources/manual.
import type { Words } from './words.ts';

export const help = {
  help: { 'zh-CN': '帮助', en: 'Help' },
  manual: { 'zh-CN': '使用手册', en: 'Manual' },
  openManual: { 'zh-CN': '打开使用手册', en: 'Open the manual' },
  search: { 'zh-CN': '在手册中查找', en: 'Search the manual' },
  pages: { 'zh-CN': '目录', en: 'Pages' },
  nothing: { 'zh-CN': '手册里没有“{{text}}”', en: 'The manual has nothing about "{{text}}"' },
  keysHint: {
    'zh-CN': '↑ ↓ 选页　Enter 阅读　Esc 返回',
    en: '↑ ↓ choose a page · Enter read · Esc back',
  },
} satisfies Words;
