// Words of the readers of tags and codes: how they are set up, and what a live test of one shows.
import type { Words } from './words.ts';

export const lineReaders = {
  title: { 'zh-CN': '刷卡器和扫码枪', en: 'Tag readers and scanners' },
  about: {
    'zh-CN': '接在串口或 USB 虚拟串口上的，在这里添加。像键盘一样打字的刷卡器和扫码枪不用设置，插上就能用。',
    en: 'Add those on a serial port, or on USB as one. Readers that type like a keyboard need no setting: plug them in.',
  },
  'add.tag': { 'zh-CN': '添加刷卡器', en: 'Add a tag reader' },
  'add.scanner': { 'zh-CN': '添加扫码枪', en: 'Add a scanner' },
  'kind.tag': { 'zh-CN': '刷卡器', en: 'Tag reader' },
  'kind.scanner': { 'zh-CN': '扫码枪', en: 'Scanner' },
  'hint.tag': {
    'zh-CN': '读钥匙扣、物品标签和工卡（ID 卡、IC 卡）',
    en: 'Reads key fobs, item tags and badges (EM4100, Mifare)',
  },
  'hint.scanner': {
    'zh-CN': '扫访客证、钥匙牌和单据上的码',
    en: 'Reads the codes on passes, key tags and slips',
  },
  'state.off': { 'zh-CN': '未设置', en: 'not set' },
  'state.connecting': { 'zh-CN': '连接中', en: 'connecting' },
  'state.ready': { 'zh-CN': '就绪', en: 'ready' },
  'state.offline': { 'zh-CN': '未连接', en: 'not connected' },
  'state.fault': { 'zh-CN': '打不开', en: 'does not open' },
  'baudRateHint.tag': { 'zh-CN': '多为 9600', en: 'Mostly 9600' },
  'baudRateHint.scanner': { 'zh-CN': 'USB 虚拟串口不受影响，可不改', en: 'Of no matter on USB' },
  format: { 'zh-CN': '卡号格式', en: 'Number format' },
  formatHint: {
    'zh-CN': '不清楚就先保存，再“刷卡测试”，按结果选',
    en: 'If in doubt, try it with a card and choose',
  },
  'format.dec10': { 'zh-CN': '10 位数字（10D）', en: '10 digits (10D)' },
  'format.hex': { 'zh-CN': '十六进制（8H、IC 卡号）', en: 'Hexadecimal (8H, Mifare UID)' },
  'format.w26': { 'zh-CN': '韦根 26，如 099,59822', en: 'Wiegand 26, such as 099,59822' },
  'format.dec8': { 'zh-CN': '8 位数字（8D）', en: '8 digits (8D)' },
  'format.dec': { 'zh-CN': '数字，位数不定', en: 'A number without leading zeros' },
  byteOrder: { 'zh-CN': '字节顺序', en: 'Byte order' },
  'byteOrder.msb': { 'zh-CN': '正序', en: 'First byte first' },
  'byteOrder.lsb': { 'zh-CN': '反序', en: 'Last byte first' },
  encoding: { 'zh-CN': '中文编码', en: 'Chinese is sent as' },
  encodingHint: { 'zh-CN': '只影响码里的中文', en: 'Matters for Chinese inside a code only' },
  'encoding.utf8': { 'zh-CN': 'UTF-8', en: 'UTF-8' },
  'encoding.gbk': { 'zh-CN': 'GBK', en: 'GBK' },
  'test.tag': { 'zh-CN': '刷卡测试', en: 'Try it with a card' },
  'test.scanner': { 'zh-CN': '扫码测试', en: 'Try it with a code' },
  'waits.tag': {
    'zh-CN': '请在 {{seconds}} 秒内刷一张卡…',
    en: 'Present a card within {{seconds}} seconds…',
  },
  'waits.scanner': {
    'zh-CN': '请在 {{seconds}} 秒内扫一个码…',
    en: 'Scan a code within {{seconds}} seconds…',
  },
  /** In the status bar, of one that is not ready. */
  down: { 'zh-CN': '{{device}}：{{state}}', en: '{{device}}: {{state}}' },
  remove: { 'zh-CN': '移除', en: 'Remove' },
  removed: { 'zh-CN': '已移除：{{device}}', en: 'Removed: {{device}}' },
  saved: { 'zh-CN': '已保存：{{device}}', en: 'Saved: {{device}}' },

  'saw.tag': { 'zh-CN': '读到卡号 {{uid}}', en: 'Read the number {{uid}}' },
  'saw.wrongFormat': {
    'zh-CN': '读到“{{came}}”，不是所选的格式',
    en: 'Read "{{came}}", which is not of this format',
  },
  'saw.unknown': {
    'zh-CN': '读到“{{came}}”，不是卡号',
    en: 'Read "{{came}}", which is no number of a card',
  },
  'saw.unknownTodo': {
    'zh-CN': '这可能不是刷卡器，或波特率不对。',
    en: 'This may be no tag reader, or the baud rate is wrong.',
  },
  'saw.came': { 'zh-CN': '刷卡器送来：{{came}}', en: 'The reader sent: {{came}}' },
  'saw.choose': {
    'zh-CN':
      '请对照卡面上印的号码，选相符的一行，再保存。卡上没有号码，就用第一行；同一前台的刷卡器都按同一种读法设置。',
    en: 'Choose the line that agrees with what is printed on the card, then save. Nothing printed: take the first. All readers must read one card alike.',
  },
  'saw.uid': { 'zh-CN': '卡号', en: 'Number' },
  'saw.printed': { 'zh-CN': '卡面号码', en: 'Printed on the card' },
  'saw.likeliest': { 'zh-CN': '最可能', en: 'likeliest' },
  'saw.use': { 'zh-CN': '选用', en: 'Use' },
  'saw.used': { 'zh-CN': '当前', en: 'In use' },
  'saw.code': { 'zh-CN': '扫到：{{text}}', en: 'Scanned: {{text}}' },
  'saw.codeTodo': {
    'zh-CN': '若中文显示不对，选下面看起来正确的一种。',
    en: 'If Chinese looks wrong, choose the line that looks right.',
  },
  'saw.ready': { 'zh-CN': '端口已打开，但没有读到东西。', en: 'The port is open, but nothing came.' },
  'saw.readyTodo': {
    'zh-CN': '再测一次；仍没有，请检查波特率和连线，或换一个端口。',
    en: 'Try again; if nothing comes, check baud rate and cable, or choose another port.',
  },
  'saw.offline': {
    'zh-CN': '这个端口打不开，设备没有连接。',
    en: 'The port does not open: nothing is plugged in.',
  },
  'saw.offlineTodo': {
    'zh-CN': '插好 USB 线后按“重新查找”。',
    en: 'Plug it in and press "Look again".',
  },
  'saw.fault': { 'zh-CN': '端口打不开。', en: 'The port does not open.' },
  'saw.faultTodo': {
    'zh-CN': '可能另一程序正在使用，或没有权限。关闭那个程序后再测。',
    en: 'Another program may be using it, or this account may not. Close that program and try again.',
  },
} satisfies Words;
