// Words of the offer to be a visit that is there already; part of the visitors' catalog.
import type { Words } from './words.ts';

export const samePerson = {
  'same.name': { 'zh-CN': '同名访客', en: 'A visitor of this name' },
  'same.phone': { 'zh-CN': '同一电话的访客', en: 'A visitor with this phone' },
  'same.document': { 'zh-CN': '同一证件的访客', en: 'The holder of this document' },
  'same.onSite': {
    'zh-CN': '{{who}}已在访：{{said}}',
    en: '{{who}} is on site: {{said}}',
  },
  'same.expected': {
    'zh-CN': '{{who}}已有预约：{{said}}',
    en: '{{who}} is expected: {{said}}',
  },
  'same.title': { 'zh-CN': '可能是同一人', en: 'This may be the same person' },
  'same.open': { 'zh-CN': '就是此人，打开', en: 'The same: open' },
  'same.arrive': { 'zh-CN': '就是此人，办理到访', en: 'The same: record arrival' },
  'same.other': { 'zh-CN': '是另一人', en: 'Another person' },
  'same.decided': { 'zh-CN': '已确认是另一人', en: 'Recorded as another person' },
  'same.refused': {
    'zh-CN': '请先选择：是同一人，还是另一人。',
    en: 'Say first whether it is the same person or another one.',
  },
} satisfies Words;
