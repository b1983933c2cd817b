// What was done to keys, what was refused, and what stands where a list is empty.
import type { Words } from './words.ts';

export const keyDeeds = {
  lentDone: { 'zh-CN': '已借出 {{number}} {{name}}', en: 'Lent {{number}} {{name}}' },
  returnedDone: { 'zh-CN': '已归还 {{number}} {{key}}', en: 'Returned {{number}} {{key}}' },
  partDone: { 'zh-CN': '已收回一部分 {{number}} {{key}}', en: 'Partly returned {{number}} {{key}}' },
  toSendDone: {
    'zh-CN': '已归还 {{number}} {{key}}，调拨中：请送往 {{desk}}',
    en: 'Returned {{number}} {{key}}: now in transfer to {{desk}}',
  },
  arrivedDone: { 'zh-CN': '{{key}} 已回到本台', en: '{{key}} is back at its desk' },
  transferredDone: { 'zh-CN': '{{key}} 已调拨', en: '{{key}} is on its way' },
  reopenedDone: { 'zh-CN': '已撤销归还 {{number}}，钥匙仍在外', en: 'Return undone, still out: {{number}}' },
  extendedDone: { 'zh-CN': '已延期 {{number}}', en: 'Extended {{number}}' },
  takenBackDone: { 'zh-CN': '已撤销借出 {{number}}', en: 'Taken back {{number}}' },
  voidedDone: { 'zh-CN': '已作废 {{number}}', en: 'Voided {{number}}' },
  amendedDone: { 'zh-CN': '已更正 {{number}}', en: 'Amended {{number}}' },
  reprintDone: { 'zh-CN': '补打 {{number}}', en: 'Reprinting {{number}}' },
  keyIs: {
    'zh-CN': '{{key}} 现在是“{{state}}”，没有改动。',
    en: '{{key}} is now "{{state}}"; nothing was changed.',
  },
  'keyIs.lost': {
    'zh-CN': '{{key}} 登记为遗失。找到了，请点“确定”。',
    en: '{{key}} was reported lost. If this is it, confirm.',
  },
  'keyIs.found': {
    'zh-CN': '{{key}} 已找回，还没有挂回柜中：请先挂回，再借出。',
    en: '{{key}} was found and hangs nowhere yet: hang it up, then lend it.',
  },
  'keyIs.in_transfer': {
    'zh-CN': '{{key}} 正送往 {{desk}}：送到后由 {{desk}} 扫标签签收。',
    en: '{{key}} is on its way to {{desk}}, which takes it in by a scan when it is there.',
  },
  'keyIs.retired': {
    'zh-CN': '{{key}} 已停用，不能借出。要再用，由主管在“设置 · 钥匙档案”里恢复使用。',
    en: '{{key}} is retired and cannot be lent. A supervisor puts it to use again in the key file.',
  },
  unknownTag: {
    'zh-CN': '没有登记过这个标签。可按名称查找，或由主管登记。',
    en: 'This tag is on no file. Look the key up by name, or have a supervisor put it on file.',
  },
  lookUpByName: { 'zh-CN': '按名称查找', en: 'Look it up' },
  'print.queued': { 'zh-CN': '借用单等待打印', en: 'slip waits for the printer' },
  'print.sending': { 'zh-CN': '借用单打印中', en: 'slip is printing' },
  'print.printed': { 'zh-CN': '借用单已打印', en: 'slip printed' },
  'print.unknown': {
    'zh-CN': '请看打印机：借用单可能已打印',
    en: 'look at the printer: the slip may be out',
  },
  'print.failed': { 'zh-CN': '借用单未打印，任务已保留', en: 'slip not printed, the job is kept' },
  'print.cancelled': { 'zh-CN': '已取消打印', en: 'printing cancelled' },

  keyAtDesk: {
    'zh-CN': '钥匙挂在 {{desk}} 台，没有借出。钥匙就在手上的，请扫它的标签。',
    en: 'The key hangs at desk {{desk}}; nothing was lent. If it is in your hand, scan its tag.',
  },
  returnFor: { 'zh-CN': '代还', en: 'Brought by others' },
  returnForHint: {
    'zh-CN': '由他人归还的，记下归还人姓名。',
    en: 'Somebody else brings it: note who.',
  },
  barredBy: { 'zh-CN': '当时的限制', en: 'What stood against it' },
  overrideReason: { 'zh-CN': '破例原因', en: 'Why it left all the same' },
  unsealedCount: { 'zh-CN': '未封存 {{count}}', en: '{{count}} unsealed' },
  unsealedList: { 'zh-CN': '未封存的寄存钥匙', en: 'Spares whose bag lies open' },
  outCut: {
    'zh-CN': '只列出最先到期的 {{count}} 笔，其余请在屏幕上查看',
    en: 'Only the {{count}} that are due first: look the others up on the screen',
  },
  hangsAt: { 'zh-CN': '挂在 {{desk}} 台', en: 'Hangs at {{desk}}' },
  keyNotIn: {
    'zh-CN': '有钥匙不在柜（{{state}}），没有借出。请去掉标红的那把，再确定。',
    en: 'A key is not in the cabinet ({{state}}); nothing was lent. Take the marked one off, then confirm.',
  },
  keyNotInLoan: {
    'zh-CN': '有钥匙刚被借走（{{state}}，{{number}}），没有借出。请去掉标红的那把，再确定。',
    en: 'A key was just lent ({{state}}, {{number}}); nothing was lent here. Take the marked one off, then confirm.',
  },
  keyHeldThen: {
    'zh-CN': '这段时间钥匙由 {{number}} 借着（{{span}}），没有记下，请核对时间。',
    en: '{{number}} had the key then ({{span}}); nothing was entered. Check the times.',
  },
  tooLate: {
    'zh-CN': '已不能撤销：超过10分钟、由他人办理，或之后已有变动。可以作废或更正。',
    en: 'This can no longer be undone: ten minutes are over, somebody else did it, or it has changed since. Void or amend it.',
  },
  wrongState: { 'zh-CN': '现在是“{{state}}”，未作改动。', en: 'It is now "{{state}}"; nothing was changed.' },
  changedMeanwhile: { 'zh-CN': '状态已变，未作改动。', en: 'Its state has changed; nothing was done.' },
  signatureNeeded: {
    'zh-CN': '按规则须签名，没有办理。',
    en: 'Policy asks for a signature; nothing was done.',
  },
  sealed: {
    'zh-CN': '这是封存的寄存钥匙：先由两人拆封，再借出。',
    en: 'This spare lies in a sealed bag: two people open it before it is lent.',
  },
  'tag.SHAPE': { 'zh-CN': '这不是钥匙标签或借用单上的码。', en: 'This is no code of a key tag or slip.' },
  'tag.CHECK_DIGIT': {
    'zh-CN': '标签码有误，请重新扫码或核对数字。',
    en: 'The tag is misread: scan again or check the digits.',
  },
  'tag.KIND': { 'zh-CN': '这不是钥匙标签上的码。', en: 'This code is not from a key tag.' },

  'empty.out': { 'zh-CN': '没有借出的钥匙。', en: 'No key is out.' },
  'empty.outHint': {
    'zh-CN': '扫钥匙标签，或按 Alt+N 借出钥匙。',
    en: 'Scan a key tag, or press Alt+N to lend a key.',
  },
  'empty.overdue': { 'zh-CN': '没有逾期的钥匙。', en: 'No key is overdue.' },
  'empty.overdueHint': {
    'zh-CN': '过了应还时间的钥匙列在这里，逐一联系借用人。',
    en: 'Keys past their time stand here: call whoever has them, one by one.',
  },
  'empty.dueSoon': { 'zh-CN': '没有即将到期的钥匙。', en: 'No key is due soon.' },
  'empty.dueSoonHint': {
    'zh-CN': '快到应还时间的钥匙列在这里，可提前提醒。',
    en: 'Keys that are due soon stand here, to remind their borrowers.',
  },
  'empty.inTransfer': { 'zh-CN': '没有调拨中的钥匙。', en: 'No key is in transfer.' },
  'empty.inTransferHint': {
    'zh-CN': '在别台归还的钥匙列在这里，送回后扫标签签收。',
    en: 'Keys returned at another desk stand here; scan the tag when they are back.',
  },
  'empty.issued': { 'zh-CN': '没有领用的钥匙。', en: 'No key is issued.' },
  'empty.issuedHint': {
    'zh-CN': '长期领用：借出钥匙时方式选“领用”。',
    en: 'To hand a key out for good, choose "Issued" when lending it.',
  },
  'empty.lost': { 'zh-CN': '没有遗失的钥匙。', en: 'No key is lost.' },
  'empty.lostHint': {
    'zh-CN': '报失的钥匙列在这里，直到找回、换锁或赔付。',
    en: 'Keys reported lost stand here until they are found, the lock is changed or they are paid for.',
  },
  'empty.all': { 'zh-CN': '还没有钥匙借用记录。', en: 'No key was lent yet.' },
  'empty.allHint': { 'zh-CN': '按 Alt+N 借出第一把钥匙。', en: 'Press Alt+N to lend the first key.' },

  'event.lent': { 'zh-CN': '借出', en: 'Lent' },
  'event.returned': { 'zh-CN': '归还', en: 'Returned' },
  'event.bringer': { 'zh-CN': '由他人归还', en: 'Brought by somebody else' },
  'event.keyLost': { 'zh-CN': '登记遗失', en: 'Reported lost' },
  'event.keyNotLost': { 'zh-CN': '撤销登记遗失', en: 'Loss taken back' },
  'event.awaited': { 'zh-CN': '其余件仍在别台', en: 'The rest lies at another desk' },
  'event.outAgain': { 'zh-CN': '撤销归还', en: 'Out again' },
  'event.reopened': { 'zh-CN': '撤销归还', en: 'Return undone' },
  'event.extended': { 'zh-CN': '延期', en: 'Extended' },
  'event.amended': { 'zh-CN': '更正', en: 'Amended' },
  'event.takenBack': { 'zh-CN': '撤销借出', en: 'Taken back' },
  'event.voided': { 'zh-CN': '作废', en: 'Voided' },
  'event.called': { 'zh-CN': '联系', en: 'Called' },
  'event.reprinted': { 'zh-CN': '补打借用单', en: 'Slip reprinted' },
  'event.carriedOver': { 'zh-CN': '业户退租，未了结', en: 'Left open when the tenant moved out' },
  'event.erased': { 'zh-CN': '个人信息已清除', en: 'Personal data erased' },
  'event.put': { 'zh-CN': '登记钥匙', en: 'Put on file' },
  'event.transferred': { 'zh-CN': '调拨', en: 'Sent to another desk' },
  'event.brought': { 'zh-CN': '在别台归还', en: 'Brought to another desk' },
  'event.arrived': { 'zh-CN': '签收到台', en: 'Arrived' },
} satisfies Words;
