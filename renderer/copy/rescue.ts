// What a folder that was refused can be helped with: its key by the recovery sheet, going on without, mending damage.
import type { Words } from './words.ts';

/** Why a typed recovery key opened nothing, and what to do; also said in the settings. */
export const recoveryProblems = {
  'recovery.LENGTH': {
    'zh-CN': '恢复密钥是 7 组、每组 5 位，共 35 位。请对照恢复单补全或删去多余的字。',
    en: 'A recovery key has seven groups of five signs, 35 in all. Compare with the sheet and complete it.',
  },
  'recovery.SYMBOL': {
    'zh-CN': '第 {{group}} 组里有恢复密钥不会用到的字符，请对照恢复单改正。',
    en: 'Group {{group}} holds a sign that no recovery key has. Compare it with the sheet.',
  },
  'recovery.CHECK': {
    'zh-CN': '第 {{group}} 组输错了，请对照恢复单改正这一组。',
    en: 'There is a slip in group {{group}}. Compare this group with the sheet.',
  },
  'recovery.WRONG_KEY': {
    'zh-CN': '输入无误，但打不开这里的数据：这是旧的恢复单，或是别的项目的。请找最近一次打印的那张。',
    en: 'Typed well, but it does not open these data: it is an older sheet, or of another property. Look for the one printed last.',
  },
  'recovery.NO_SHEET': {
    'zh-CN': '这些数据没有制作过恢复单，恢复密钥打不开。请以原来的系统账户登录，或不用密钥继续。',
    en: 'No recovery sheet was ever made for these data, so no recovery key opens them. Use the original computer account, or go on without the key.',
  },
} satisfies Words;

export const rescue = {
  ...recoveryProblems,
  openWithSheet: { 'zh-CN': '用恢复密钥打开', en: 'Open with the recovery key' },
  openWithSheetHint: {
    'zh-CN': '请取出信封里的恢复单，按组输入，或用扫码枪扫单上的二维码。不分大小写，O 视为 0，I、L 视为 1。',
    en: 'Take the recovery sheet out of its envelope and type the key group by group, or scan the code on it. Small letters will do; O counts as 0, I and L as 1.',
  },
  recoveryKey: { 'zh-CN': '恢复密钥', en: 'Recovery key' },
  open: { 'zh-CN': '打开', en: 'Open' },
  typedNothing: { 'zh-CN': '请输入恢复密钥', en: 'Type the recovery key' },
  failed: {
    'zh-CN': '没有成功，数据没有改动。请再试一次；仍不行请把日志编号 {{reference}} 告诉管理员。',
    en: 'It did not work and nothing was changed. Try again; if it stays, give your admin log number {{reference}}.',
  },
  goOn: { 'zh-CN': '不用密钥继续', en: 'Go on without the key' },
  goOnWhat: {
    'zh-CN': '找不到恢复单时才用：服务台可以马上继续登记。',
    en: 'Only when no recovery sheet can be found: the desk can go on at once.',
  },
  goOnLocked: {
    'zh-CN': '以前登记的姓名、电话、证件等显示为“已锁定”；编号、时间和统计都在。',
    en: 'Names, phones and documents from before show as locked; numbers, times and counts stay.',
  },
  goOnPins: {
    'zh-CN': '所有 PIN 作废：先设一位新的管理员，再由他添加员工。住户和联系人需重新录入。',
    en: 'Every PIN is void: a new admin is set up first and adds the staff again. Tenants and contacts are entered anew.',
  },
  goOnLater: {
    'zh-CN': '以后找到恢复单，可在 设置 › 数据安全 里解锁，两边的记录都保留。',
    en: 'When the sheet turns up, Settings › Data unlocks everything; records of both times stay.',
  },
  goOnKept: {
    'zh-CN': '现在的数据文件会另存一份，保留七天。',
    en: 'The data file as it is now is set aside and kept for seven days.',
  },
  typeWord: { 'zh-CN': '输入“{{word}}”以确认', en: 'Type "{{word}}" to confirm' },
  wordWrong: { 'zh-CN': '请输入“{{word}}”', en: 'Type "{{word}}"' },
  goOnWord: { 'zh-CN': '继续', en: 'GO ON' },
  back: { 'zh-CN': '返回', en: 'Back' },

  mend: { 'zh-CN': '修复数据', en: 'Mend the data' },
  looking: { 'zh-CN': '正在检查备份和损坏的文件…', en: 'Looking at the backups and the damaged file…' },
  mendHow: {
    'zh-CN': '修复以最近的完好备份为底，再加上损坏文件里还能读出的记录。损坏的文件另存一份，保留七天。',
    en: 'Mending starts from the last good backup and adds every entry that can still be read. The damaged file is set aside and kept for seven days.',
  },
  backupFrom: {
    'zh-CN': '最近的完好备份：{{time}}，{{events}} 条记录',
    en: 'Last good backup: {{time}}, {{events}} entries',
  },
  noBackup: {
    'zh-CN': '没有完好的备份，只能从损坏的文件里读',
    en: 'No good backup: only the damaged file can be read',
  },
  readable: { 'zh-CN': '备份之后还能读出：{{count}} 条', en: 'Readable behind it: {{count}} entries' },
  lost: { 'zh-CN': '读不出、将会丢失：{{count}} 条', en: 'Unreadable, and lost: {{count}} entries' },
  lostNone: { 'zh-CN': '没有发现会丢失的记录', en: 'Nothing was found to be lost' },
  mendNumbers: {
    'zh-CN': '修复后开始新的账本，打印的编号会多一个字母。',
    en: 'A new journal begins afterwards; printed numbers then carry a letter.',
  },
  mendWord: { 'zh-CN': '修复', en: 'MEND' },
  mending: { 'zh-CN': '正在修复，请不要关机…', en: 'Mending; do not switch off…' },
  mended: { 'zh-CN': '已修复', en: 'The data are mended' },
  mendedFacts: {
    'zh-CN': '读回 {{kept}} 条，丢失 {{lost}} 条。打印的编号从现在起带字母 {{letter}}。',
    en: '{{kept}} entries were read back, {{lost}} are lost. Printed numbers carry the letter {{letter}} from now on.',
  },
  mendedNothing: {
    'zh-CN': '逐页检查没有发现损坏，文件没有改动。',
    en: 'No page and no chain is damaged; nothing was changed.',
  },
  openDesk: { 'zh-CN': '打开服务台', en: 'Open the desk' },
  byHand: {
    'zh-CN': '也可以关闭程序后在命令行恢复指定的备份：',
    en: 'Or close the program and put a chosen backup back from the command line:',
  },
} satisfies Words;
