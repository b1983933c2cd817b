// Words of the one box 查找/扫码: its groups, what it offers, and its keys.
import type { Words } from './words.ts';

export const box = {
  answers: { 'zh-CN': '查找结果', en: 'What was found' },
  'group.code': { 'zh-CN': '扫码', en: 'Code' },
  'group.open': { 'zh-CN': '在访、预约与借出', en: 'On site, expected and out' },
  'group.history': { 'zh-CN': '历史', en: 'History' },
  'group.places': { 'zh-CN': '被访人与单元', en: 'Hosts and units' },
  'group.register': { 'zh-CN': '登记', en: 'Register' },
  more: { 'zh-CN': '还有更多，请多输入几个字', en: 'there are more: type on' },
  noName: { 'zh-CN': '（已清除或已锁定）', en: '(erased or locked)' },
  actOnCode: { 'zh-CN': '按码 {{code}} 办理', en: 'Act on code {{code}}' },
  registerFor: { 'zh-CN': '登记访客', en: 'Register visitor' },
  registerName: { 'zh-CN': '登记访客：{{value}}', en: 'Register visitor: {{value}}' },
  registerPhone: { 'zh-CN': '登记访客，电话 {{value}}', en: 'Register visitor, phone {{value}}' },
  registerDocument: {
    'zh-CN': '登记访客，证件号码 {{value}}',
    en: 'Register visitor, document number {{value}}',
  },
  nothing: { 'zh-CN': '没有找到“{{text}}”', en: 'Nothing found for "{{text}}"' },
  found: { 'zh-CN': '列出 {{total}} 条', en: '{{total}} listed' },
  catchingUp: {
    'zh-CN': '索引正在重建：在访与预约齐全，历史可能不全',
    en: 'The index is being made anew: open records are all here, history may not be',
  },
  hint: { 'zh-CN': '↑ ↓ 选择　Enter 打开　Esc 返回', en: '↑ ↓ choose · Enter open · Esc back' },
  keys: { 'zh-CN': '按键与查找方式', en: 'Keys and what can be typed' },
  'keys.box': { 'zh-CN': '到查找框；再按 F1 看本说明', en: 'Go to the box; F1 once more for this help' },
  'keys.choose': { 'zh-CN': '选择一条', en: 'Choose a line' },
  'keys.open': { 'zh-CN': '打开；16位码则直接办理', en: 'Open it; a 16-digit code is acted on' },
  'keys.back': { 'zh-CN': '关闭，回到刚才的位置', en: 'Close, back to where you were' },
  'keys.new': { 'zh-CN': '登记访客；在钥匙页借出钥匙', en: 'Register visitor; on the keys page: lend key' },
  'keys.carryOver': {
    'zh-CN': '照上次来访填入（表单提示时）',
    en: 'Fill in as at the last visit, where the form offers it',
  },
  'keys.checkOut': { 'zh-CN': '签离选中的访客', en: 'Check out the chosen visitor' },
  'keys.before': { 'zh-CN': '同上一位（结伴来访）', en: 'Same host and company as the one before' },
  'keys.turnAway': { 'zh-CN': '不予放行（在登记表单中）', en: 'Turn away, in the form' },
  'keys.arrive': { 'zh-CN': '为选中的预约办理到访', en: 'Record the arrival of who is chosen' },
  'keys.return': { 'zh-CN': '归还（钥匙页、借用页）', en: 'Return key or item (their pages)' },
  'keys.undo': { 'zh-CN': '撤销刚才一步，或找回表单', en: 'Undo the last step, or bring a form back' },
  'keys.registers': { 'zh-CN': '切换登记簿', en: 'Go to a register' },
  'keys.staff': { 'zh-CN': '切换员工', en: 'Switch staff' },
  'keys.evacuation': { 'zh-CN': '疏散名单', en: 'Evacuation list' },
  'keys.manual': { 'zh-CN': '打开使用手册', en: 'Open the manual' },
  'keys.type': {
    'zh-CN':
      '可输入：姓名（汉字、拼音或首字母）、在访与预约的被访人、公司、单元、电话开头或后四位、车牌、编号、钥匙名称或标签、证件号码全部或后四位、访客证和标签上的16位码。',
    en: 'Type a name (characters, pinyin or initials), the host of who is on site or expected, company, unit, the beginning or last four digits of a phone, plate, record number, key name or tag, a document number or its last four, or the 16 digits of a pass or tag.',
  },
} satisfies Words;
