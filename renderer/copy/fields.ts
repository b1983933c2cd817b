// What is wrong beside a field, in the same words in every form; a catalog takes in what its forms can say.
import type { Words } from './words.ts';

export const fields = {
  'field.needed': { 'zh-CN': '请填写', en: 'Please fill this in' },
  'field.tooLong': { 'zh-CN': '内容过长', en: 'Too long' },
  'field.characters': { 'zh-CN': '含有不能保存的字符', en: 'Holds characters that cannot be kept' },
  'field.wrong': { 'zh-CN': '填写不正确', en: 'Not right' },
} satisfies Words;

/** Of a signature, beside whichever action asks for one. */
export const signatureFields = {
  'field.signature': { 'zh-CN': '请签名，或选未签原因', en: 'Sign, or say why there is no signature' },
} satisfies Words;

/** Of whoever borrows, in every form that lends. */
export const borrowerFields = {
  'field.borrowerNeeded': { 'zh-CN': '请选择借用人', en: 'Choose the borrower' },
  'field.borrowerUnknown': { 'zh-CN': '名册中没有此人，请重新选择', en: 'Not on file: choose again' },
  'field.borrowerKnown': { 'zh-CN': '已有此人，请直接选用', en: 'On file already: take them' },
  'field.phoneNeeded': { 'zh-CN': '请填写电话', en: 'Enter a phone number' },
  'field.phoneWhole': { 'zh-CN': '电话不完整，请核对', en: 'Not a whole number: check it' },
  'field.documentNeeded': { 'zh-CN': '请登记证件号码', en: 'Enter the document number' },
  'field.documentNumber': {
    'zh-CN': '证件号码不对，请核对每一位',
    en: 'Not a number of such a document: compare every digit',
  },
} satisfies Words;

/** Of whatever is on file and was changed by two. */
export const recordFields = {
  'field.changedMeanwhile': { 'zh-CN': '刚被他人改动', en: 'Just changed by somebody else' },
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

/** Of an approval, beside whichever action asks for one. */
export const approvalFields = {
  'field.pinRefused': { 'zh-CN': '员工号或PIN不正确', en: 'Staff number or PIN is wrong' },
  'field.pinWait': { 'zh-CN': '错误次数过多，请稍后再试', en: 'Too many failures: try again later' },
  'field.samplePin': {
    'zh-CN': '样例PIN不能用于真实项目',
    en: 'A sample PIN opens the sample property only',
  },
  'field.approverUnknown': { 'zh-CN': '没有此员工号的在职员工', en: 'Nobody who works here has this number' },
  'field.approverRole': { 'zh-CN': '此员工无权核准', en: 'This member of staff may not approve' },
  'field.ownWitness': {
    'zh-CN': '见证人不能是经办人本人',
    en: 'The witness has to be somebody else than you',
  },
  'field.called': { 'zh-CN': '请填写电话号码', en: 'Enter a telephone number' },
  'field.calledAt': { 'zh-CN': '须是过去24小时内的时间', en: 'Has to lie within the past 24 hours' },
  'field.code': { 'zh-CN': '一次性码为8位数字', en: 'A one-time code has 8 digits' },
  'field.codeRefused': {
    'zh-CN': '此码不正确、已用过、已过期，或不用于此事项',
    en: 'Wrong, used, over, or made for something else',
  },
  'field.codeWait': {
    'zh-CN': '错误次数过多，请稍后再试，或改用其他审批方式',
    en: 'Too many failures: try later, or have it approved another way',
  },
} satisfies Words;
