// Words of the policies 规则: each one's name, what it changes at the counter, and what may be chosen.
import { fields } from './fields.ts';
import type { Words } from './words.ts';

export const policies = {
  ...fields,
  list: { 'zh-CN': '全部规则', en: 'All policies' },
  panel: { 'zh-CN': '修改规则', en: 'Change a policy' },
  loading: { 'zh-CN': '正在读取…', en: 'Loading…' },
  noneChosen: { 'zh-CN': '从左边选择一条规则', en: 'Choose a policy from the list' },
  noneChosenHint: {
    'zh-CN': '每条规则旁写着它在前台改变什么。改动立即生效，记入历史，随时可以恢复默认。',
    en: 'Beside each stands what it changes at the counter. A change acts at once, is kept in the history, and can be put back.',
  },
  save: { 'zh-CN': '保存', en: 'Save' },
  reset: { 'zh-CN': '恢复默认', en: 'Back to the default' },
  history: { 'zh-CN': '历史', en: 'History' },
  historyEmpty: { 'zh-CN': '从未改过', en: 'Never changed' },
  byDefault: { 'zh-CN': '默认：{{value}}', en: 'Default: {{value}}' },
  changedBy: { 'zh-CN': '{{who}} 于 {{at}} 更改', en: 'Changed by {{who}} on {{at}}' },
  resetBy: { 'zh-CN': '{{who}} 于 {{at}} 恢复默认', en: 'Put back by {{who}} on {{at}}' },
  bySystem: { 'zh-CN': '系统', en: 'System' },
  bounds: { 'zh-CN': '{{least}} 至 {{most}}', en: '{{least}} to {{most}}' },
  'tag.changed': { 'zh-CN': '已改', en: 'Changed' },
  'tag.unsaved': { 'zh-CN': '未保存', en: 'Not saved' },
  putDone: { 'zh-CN': '已保存：{{policy}}，立即生效', en: 'Saved: {{policy}}. It acts from now on' },
  undoneDone: { 'zh-CN': '已改回：{{policy}}', en: 'Changed back: {{policy}}' },
  resetDone: { 'zh-CN': '已恢复默认：{{policy}}', en: 'Back to the default: {{policy}}' },

  'group.validity': { 'zh-CN': '有效期与未签离', en: 'Validity and overstay' },
  'group.identity': { 'zh-CN': '身份核验', en: 'Who the visitor is' },
  'group.notice': { 'zh-CN': '个人信息', en: 'Personal information' },
  'group.keys': { 'zh-CN': '钥匙', en: 'Keys' },
  'group.loans': { 'zh-CN': '公共借用与押金', en: 'Loans and deposits' },
  'group.lending': { 'zh-CN': '签名与催还', en: 'Signatures and follow-up' },
  'group.desk': { 'zh-CN': '服务台', en: 'The desk' },

  'policy.validity.hours': { 'zh-CN': '最短有效时间', en: 'Least validity' },
  'explain.validity.hours': {
    'zh-CN': '访客证从到访起至少有效这么久，按事由设置。登记表单按此填好“有效期至”，前台可以改。',
    en: 'A pass holds at least this long after arrival, by purpose. The form fills in "Validity" by it; the desk may change that.',
  },
  'policy.validity.untilClosing': { 'zh-CN': '有效到收岗', en: 'Valid until closing' },
  'explain.validity.untilClosing': {
    'zh-CN': '勾选的事由，访客证有效到服务台当天收岗（24 小时大堂到午夜）；不勾选的只按最短有效时间。',
    en: 'Passes of the ticked purposes hold until the desk closes that day (midnight in a lobby that never closes); the others only as long as their least validity.',
  },
  'policy.validity.days': { 'zh-CN': '施工、维修有效天数', en: 'Days for works and repair' },
  'explain.validity.days': {
    'zh-CN': '施工和维修人员的访客证连续有效的天数，含当天，到最后一天收岗为止；期间不列入超时名单。',
    en: 'How many days the pass of a contractor holds, the first one counted, until closing of the last; meanwhile nobody counts as overstaying.',
  },
  'policy.validity.longestDays': { 'zh-CN': '最长有效天数', en: 'Longest validity' },
  'explain.validity.longestDays': {
    'zh-CN': '手工填写有效期、延长有效期和预约时段时，最多可以填到多少天以后。',
    en: 'How far ahead the desk may type a validity, extend a pass, or let an announced time last.',
  },
  'policy.closing.round': { 'zh-CN': '未签离的关闭时间', en: 'When forgotten visits are closed' },
  'explain.closing.round': {
    'zh-CN':
      '到这个时间，前几天到访、有效期已过而没人处理的来访由系统关闭，不编造离开时间。请夜班在此之前逐一处理“超时”名单。',
    en: 'At this time visits of earlier days that are past their validity and that nobody answered for are closed by the system, with no leaving time made up. The night works off the overstay list before.',
  },
  'policy.lateEntry.days': { 'zh-CN': '补录期限', en: 'Late entry' },
  'explain.lateEntry.days': {
    'zh-CN': '补录纸质登记时，实际到访时间最多可以早多少天。',
    en: 'How many days back the true time of an arrival may lie when it is entered late.',
  },
  'policy.document.asked': { 'zh-CN': '证件要求', en: 'Document' },
  'explain.document.asked': {
    'zh-CN':
      '“可接领代替”：不出示证件的，由被访人到场接领。“必须登记”：没有证件号码不能登记到访。只在确有必要的事由上要求（个人信息保护法第六条）。',
    en: '"Host may vouch": whoever shows no document is met by the host. "Required": nobody of this purpose is registered without a document number. Ask for it only where there is a need (PIPL art. 6).',
  },
  'policy.hostConfirmation.asked': { 'zh-CN': '被访人确认', en: 'Host confirmation' },
  'explain.hostConfirmation.asked': {
    'zh-CN':
      '登记到访前是否先问被访人。“必须”：没选确认方式不能登记；“可选”：表单上有这一项，可以不填；“不问”：表单上不出现。',
    en: 'Whether the host is asked before somebody is registered. "Required": not without saying how they confirmed; "Optional": the form offers it; "Not asked": the form does not show it.',
  },
  'policy.card.shown': { 'zh-CN': '读卡后显示的内容', en: 'Shown after reading a card' },
  'explain.card.shown': {
    'zh-CN': '读卡后屏幕上供当面核对的内容，都不保存。用不到的请不要显示。',
    en: 'What the screen shows for comparing card and person. None of it is kept; leave out what the desk does not use.',
  },
  'policy.privacy.notice': { 'zh-CN': '个人信息处理告知', en: 'Privacy notice' },
  'explain.privacy.notice': {
    'zh-CN':
      '放在柜台上、读卡前给访客看的告知。每次保存是新的一版，来访记录里记着到访时的版本。{property} 和 {address} 会换成项目名称和地址。证件要求、保存内容有变时请一并修改。',
    en: 'What stands on the counter before a card is read. Each change is a new version, and a visit keeps the version of its arrival. {property} and {address} become name and address of the property. Change it whenever what you ask for or keep changes.',
  },
  'policy.signature.asked': { 'zh-CN': '屏幕签名', en: 'Signature on the screen' },
  'explain.signature.asked': {
    'zh-CN':
      '勾选的环节，须由对方在屏幕上签名才能确定；签不了的，选一个原因代替签名。签名随记录加密保存，记录抹除时一并抹除。',
    en: 'What is ticked has to be signed for on the screen before it can be confirmed; where nobody can sign, a reason stands in its place. Signatures are kept encrypted with the record and go with it.',
  },
  'policy.followUp.dueSoonMinutes': { 'zh-CN': '即将到期', en: 'Due soon' },
  'explain.followUp.dueSoonMinutes': {
    'zh-CN': '应还时间前多久，钥匙和物品列入“即将到期”。',
    en: 'How long before its time a key or an item stands in the due-soon list.',
  },
  'policy.followUp.retryMinutes': { 'zh-CN': '再次联系间隔', en: 'Next call' },
  'explain.followUp.retryMinutes': {
    'zh-CN': '催还电话没有结果时，多久以后再打；前台可以改。打完最后一位联系人仍没有结果的，转主管和安防岗。',
    en: 'How long after a call without a result the next one is due; the desk may change it. After the last contact it goes to the supervisor and the guards.',
  },
  'policy.pass.printed': { 'zh-CN': '默认打印访客证', en: 'Print passes' },
  'explain.pass.printed': {
    'zh-CN': '新开的登记表单是否已勾选“打印访客证”。前台每次都可以改。',
    en: 'Whether a new form has "Print pass" ticked. The desk may change it each time.',
  },
  'policy.idleLock.minutes': { 'zh-CN': '无人操作后锁屏', en: 'Lock when idle' },
  'explain.idleLock.minutes': {
    'zh-CN': '键盘和鼠标停下这么久之后隐藏姓名，输入 PIN 后继续。填了一半的表单不会丢。',
    en: 'So long after the last key or mouse move names are hidden until a PIN is given. Half-typed forms stay.',
  },

  'unit.minutes': { 'zh-CN': '{{count}} 分钟', en: '{{count}} min' },
  'unit.hours': { 'zh-CN': '{{count}} 小时', en: '{{count}} h' },
  'unit.days': { 'zh-CN': '{{count}} 天', en: '{{count}} d' },
  'unit.yuan': { 'zh-CN': '{{count}} 元', en: '¥{{count}}' },
  'in.minutes': { 'zh-CN': '分钟', en: 'Minutes' },
  'in.hours': { 'zh-CN': '小时', en: 'Hours' },
  'in.days': { 'zh-CN': '天', en: 'Days' },
  'in.yuan': { 'zh-CN': '元', en: 'Yuan' },
  'in.localTime': { 'zh-CN': '当地时间', en: 'Local time' },
  'in.boolean': { 'zh-CN': '勾选', en: 'Ticked' },
  yes: { 'zh-CN': '是', en: 'Yes' },
  no: { 'zh-CN': '否', en: 'No' },
  all: { 'zh-CN': '全部', en: 'All' },
  allBut: { 'zh-CN': '全部，{{others}}除外', en: 'All but {{others}}' },
  none: { 'zh-CN': '无', en: 'None' },
  version: { 'zh-CN': '第 {{count}} 版', en: 'Version {{count}}' },
  shippedText: { 'zh-CN': '随程序提供的文本', en: 'the text that the program comes with' },
  except: { 'zh-CN': '{{most}}；{{others}}', en: '{{most}}; {{others}}' },
  'choice.orVouched': { 'zh-CN': '可接领代替', en: 'Host may vouch' },
  'choice.notAsked': { 'zh-CN': '不问', en: 'Not asked' },
  'choice.optional': { 'zh-CN': '可选', en: 'Optional' },
  'choice.required': { 'zh-CN': '必须', en: 'Required' },
  'member.sex': { 'zh-CN': '性别', en: 'Sex' },
  'member.birthDate': { 'zh-CN': '出生日期', en: 'Date of birth' },
  'member.address': { 'zh-CN': '住址', en: 'Address' },
  'member.keyOut': { 'zh-CN': '借出钥匙', en: 'Lending a key' },
  'member.keyIn': { 'zh-CN': '归还钥匙', en: 'Returning a key' },
  'member.itemOut': { 'zh-CN': '借出物品', en: 'Lending an item' },
  'member.itemIn': { 'zh-CN': '归还物品', en: 'Returning an item' },
  'member.refund': { 'zh-CN': '退还押金', en: 'Refunding a deposit' },
  'member.zh': { 'zh-CN': '中文', en: 'Chinese' },
  'member.en': { 'zh-CN': '英文', en: 'English' },

  'field.BOUNDS': { 'zh-CN': '须为 {{least}} 至 {{most}}', en: 'Has to be {{least}} to {{most}}' },
  'field.KIND': { 'zh-CN': '须为整数', en: 'Has to be a whole number' },
  'field.CHOICE': { 'zh-CN': '请选择一项', en: 'Choose one' },
  'field.TIME': { 'zh-CN': '请填写时间', en: 'Enter a time' },
  'field.EMPTY': { 'zh-CN': '请填写', en: 'Please fill this in' },
  'field.LONG': { 'zh-CN': '内容过长', en: 'Too long' },
  'field.CHARACTERS': { 'zh-CN': '含有不能保存的字符', en: 'Holds characters that cannot be kept' },
} satisfies Words;
