// What is wrong beside a field, in the same words in every form; a catalog takes in what its forms can say.
import type { Words } from './words.ts';

export const fields = {
  'field.needed': { 'zh-CN': '请填写', en: 'Please fill this in' },
  'field.tooLong': { 'zh-CN': '内容过长', en: 'Too long' },
  'field.characters': { 'zh-CN': '含有不能保存的字符', en: 'Holds characters that cannot be kept' },
  'field.wrong': { 'zh-CN': '填写不正确', en: 'Not right' },
} satisfies Words;

/** Of whoever is put on file: at the first start the admin, later everybody. */
export const staffFields = {
  staffName: { 'zh-CN': '姓名', en: 'Name' },
  pinAgain: { 'zh-CN': '再输一次 PIN', en: 'PIN again' },
  pinHint: { 'zh-CN': '6 至 12 位数字', en: '6 to 12 digits' },
  'field.staffNumber': {
    'zh-CN': '员工号为 1 至 20 位字母或数字',
    en: 'A staff number has 1 to 20 letters or digits',
  },
  'field.pin': { 'zh-CN': 'PIN 为 6 至 12 位数字', en: 'A PIN has 6 to 12 digits' },
  'field.pinWeak': {
    'zh-CN': '太容易猜到：不能全是同一数字、连号，或样例 PIN',
    en: 'Too easy to guess: not one digit throughout, not a run, not the sample PIN',
  },
  'field.pinAgain': { 'zh-CN': '两次输入的 PIN 不一致', en: 'The two PINs differ' },
} satisfies Words;
