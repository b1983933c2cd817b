// What happened to a visit, as its history says it.
import type { Words } from './words.ts';

export const visitEvents = {
  'event.expected': { 'zh-CN': '预约', en: 'Pre-registered' },
  'event.cancelled': { 'zh-CN': '取消预约', en: 'Cancelled' },
  'event.arrived': { 'zh-CN': '到访', en: 'Arrived' },
  'event.denied': { 'zh-CN': '不予放行', en: 'Turned away' },
  'event.left': { 'zh-CN': '签离', en: 'Checked out' },
  'event.cameBack': { 'zh-CN': '再次到访', en: 'Came back' },
  'event.reopened': { 'zh-CN': '恢复在访', en: 'Back on site' },
  'event.reprinted': { 'zh-CN': '补打访客证', en: 'Pass reprinted' },
  'event.carriedOver': { 'zh-CN': '业户退租，未了结', en: 'Left open when the tenant moved out' },
  'event.erased': { 'zh-CN': '个人信息已清除', en: 'Personal data erased' },
  'event.closedBySystem': {
    'zh-CN': '系统关闭（离开时间不明）',
    en: 'Closed by the system (leaving time unknown)',
  },
  'event.cardOut': { 'zh-CN': '发出临时卡', en: 'Turnstile card given' },
  'event.cardReturned': { 'zh-CN': '收回临时卡', en: 'Turnstile card returned' },
  'event.cardLost': { 'zh-CN': '临时卡遗失', en: 'Turnstile card lost' },
  'event.extended': { 'zh-CN': '延长有效期', en: 'Validity extended' },
  'event.amended': { 'zh-CN': '更正', en: 'Amended' },
  'event.takenBack': { 'zh-CN': '撤销', en: 'Taken back' },
  'event.revealed': { 'zh-CN': '查看证件号码', en: 'Document number shown' },
  'event.voided': { 'zh-CN': '作废', en: 'Voided' },
} satisfies Words;
