// Words that lending a key and lending an item have alike: signing for it on the screen, and what a visitor still holds.
import type { Words } from './words.ts';

export const lending = {
  signature: { 'zh-CN': '签名', en: 'Signature' },
  signHere: { 'zh-CN': '请在此签名', en: 'Please sign here' },
  isSigned: { 'zh-CN': '已签名', en: 'Signed' },
  clear: { 'zh-CN': '重新签名', en: 'Sign again' },
  unsigned: { 'zh-CN': '未签原因', en: 'Why unsigned' },
  'unsigned.signs': { 'zh-CN': '由对方签名', en: 'They sign' },
  'unsigned.refused': { 'zh-CN': '对方拒绝签名', en: 'They refuse to sign' },
  'unsigned.unable': { 'zh-CN': '对方无法书写', en: 'They cannot write' },
  'unsigned.device': { 'zh-CN': '本机无法签名', en: 'This screen takes no signature' },
  stillHolds: { 'zh-CN': '仍持有 {{count}} 件未还', en: 'Still holds {{count}} not returned' },
  heldThings: { 'zh-CN': '未归还的钥匙和物品', en: 'Keys and items not returned' },
  heldSince: { 'zh-CN': '{{time}} 借出', en: 'since {{time}}' },
  heldOverdue: { 'zh-CN': '已逾期', en: 'Overdue' },
  heldErased: { 'zh-CN': '（已抹除）', en: '(erased)' },
} satisfies Words;
