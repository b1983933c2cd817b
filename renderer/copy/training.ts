// Words of training mode 练习模式: the way in and out, the lasting band, the newcomer's first tasks.
import type { Words } from './words.ts';

export const training = {
  title: { 'zh-CN': '练习模式', en: 'Training mode' },
  notKept: { 'zh-CN': '不会保存到正式记录', en: 'Nothing goes into the real book' },
  about: {
    'zh-CN': '在虚构的大厦里练手：访客、读卡器和打印机都是模拟的。所写内容单独存放，不进正式记录，也不上传。',
    en: 'Practise in an invented tower: visitors, card reader and printer are simulated. What you write is kept apart, never enters the real book and is never sent anywhere.',
  },
  signInAs: {
    'zh-CN': '进入后用员工号 1001、PIN 246810 登录。',
    en: 'Sign in there as 1001 with PIN 246810.',
  },
  onPaper: { 'zh-CN': '练习 TRAINING', en: '练习 TRAINING' },
  begin: { 'zh-CN': '开始练习', en: 'Start practising' },
  goOn: { 'zh-CN': '继续上次练习', en: 'Go on with last practice' },
  startOver: { 'zh-CN': '重新开始', en: 'Start over' },
  startOverAbout: {
    'zh-CN': '清掉到目前为止的练习内容，从头再来。正式记录不受影响。',
    en: 'Throws away what was practised so far and begins again. The real book is not touched.',
  },
  leave: { 'zh-CN': '离开练习', en: 'Leave training' },
  leaveAbout: {
    'zh-CN': '回到正式服务台，重新登录即可工作。练习内容会留着，下次可以继续。',
    en: 'Back to the real desk; sign in there to work. What was practised stays and can be gone on with.',
  },
  unfinished: {
    'zh-CN': '还有 {{forms}} 张没办完的表单，切换后不再保留。',
    en: 'Forms not finished: {{forms}}. They are not kept across the change.',
  },
  present: { 'zh-CN': '放证件、刷卡', en: 'Present a card' },
  presentTagHint: {
    'zh-CN': '刷钥匙扣，或扫刚打印的小票。钥匙扣可以先绑到一把钥匙或一件借用物品上。',
    en: 'Hold a fob to the tag reader, or scan the last slip. A fob can be bound to a key or an item first.',
  },
  tag: { 'zh-CN': '钥匙扣 {{uid}}', en: 'Fob {{uid}}' },
  scanSlip: { 'zh-CN': '扫刚打印的小票', en: 'Scan the last slip' },
  presentHint: {
    'zh-CN': '选一张虚构的证件，等于放上读卡器。',
    en: 'Choose an invented card: it is laid on the reader for you.',
  },
  'layout.mainland': { 'zh-CN': '居民身份证', en: 'Resident ID card' },
  'layout.hmtResidence': { 'zh-CN': '港澳台居民居住证', en: 'Residence permit (HK, Macao, Taiwan)' },
  'layout.foreigner2017': { 'zh-CN': '外国人永久居留身份证（旧版）', en: 'Foreigner’s card, 2017' },
  'layout.foreigner2023': { 'zh-CN': '外国人永久居留身份证（新版）', en: 'Foreigner’s card, 2023' },
  printer: { 'zh-CN': '模拟打印机', en: 'Practice printer' },
  'printer.healthy': { 'zh-CN': '打印机正常', en: 'Printer works' },
  'printer.paperOut': { 'zh-CN': '打印机缺纸', en: 'Out of paper' },
  'printer.coverOpen': { 'zh-CN': '打印机开盖', en: 'Cover open' },
  'printer.resetsMidJob': { 'zh-CN': '打印中断线', en: 'Line breaks' },
  slips: { 'zh-CN': '看打印件 {{slips}}', en: 'Slips {{slips}}' },
  slipsTitle: { 'zh-CN': '打印出来的样子', en: 'As it came out of the printer' },
  slipNth: { 'zh-CN': '第 {{nth}} 张，共 {{slips}} 张', en: 'Slip {{nth}} of {{slips}}' },
  slipGone: { 'zh-CN': '这一张已不再保留。', en: 'This one is no longer kept.' },
  slipFailed: { 'zh-CN': '这一张画不出来。', en: 'This one cannot be drawn here.' },
  earlier: { 'zh-CN': '上一张', en: 'Earlier' },
  later: { 'zh-CN': '下一张', en: 'Later' },
  tasks: { 'zh-CN': '第一天的任务', en: 'First-day tasks' },
  tasksButton: { 'zh-CN': '任务 {{done}}/{{all}}', en: 'Tasks {{done}}/{{all}}' },
  done: { 'zh-CN': '已完成', en: 'done' },
  'task.register': { 'zh-CN': '登记一位访客', en: 'Register a visitor' },
  'task.print': { 'zh-CN': '打印访客证', en: 'Print the pass' },
  'task.checkOut': { 'zh-CN': '签离', en: 'Check out' },
  'task.correct': { 'zh-CN': '改正一处错误', en: 'Correct a mistake' },
  'task.lendKey': { 'zh-CN': '借出一把钥匙', en: 'Lend a key' },
  'task.returnKey': { 'zh-CN': '收回钥匙', en: 'Take the key back' },
  'task.lendThing': { 'zh-CN': '借出一把雨伞', en: 'Lend an umbrella' },
  'task.returnThing': { 'zh-CN': '收回雨伞', en: 'Take the umbrella back' },
  'task.evacuation': { 'zh-CN': '打印疏散名单', en: 'Print the evacuation list' },
  'how.register': {
    'zh-CN': '按 Alt+N，填姓名；被访人打两个字母再按 Enter 选中，最后按 Enter 确定。也可以先“放证件、刷卡”。',
    en: 'Alt+N, then the name; two letters for the host and Enter to choose; Enter confirms. Or present a card first.',
  },
  'how.print': {
    'zh-CN': '登记时通行证选“纸质访客证”，确定后自动打印；点“看打印件”看看。',
    en: 'With "Printed paper" chosen it prints on Confirm; look at it under "Slips".',
  },
  'how.checkOut': {
    'zh-CN': '在名单里选中访客，按 Alt+O；有访客证就扫一下。',
    en: 'Choose the visitor in the list and press Alt+O; with the pass in hand, scan it.',
  },
  'how.correct': {
    'zh-CN': '选中一次来访，点“更正”；刚办错的按 Alt+Z 撤销，签离错的点“恢复在访”。',
    en: 'Choose a visit and press "Amend"; Alt+Z takes the last step back; "Back on site" undoes a check-out.',
  },
  'how.lendKey': {
    'zh-CN': '按 F3 到钥匙，再按 Alt+N；钥匙打名称或编号来选，借用人打手机后四位或姓名，按 Enter 确定。',
    en: 'F3 for the keys, then Alt+N; find the key by its name or code, the borrower by name or four digits, Enter.',
  },
  'how.returnKey': {
    'zh-CN': '扫钥匙牌或借用单就还了。在这里点“放证件、刷卡”，再选“扫刚打印的小票”。',
    en: 'Scanning its tag or the loan slip takes it back. Here: "Present a card", then "Scan the last slip".',
  },
  'how.lendThing': {
    'zh-CN': '按 F7 到借用，再按 Alt+N；选雨伞，打借用人手机后四位，按 Enter 确定。',
    en: 'F7 for the loans, then Alt+N; choose the umbrella, four digits of the borrower’s phone, Enter.',
  },
  'how.returnThing': {
    'zh-CN': '扫雨伞上的码或借用单就还了；也可以在名单里选中这次借用，点“全部归还”。',
    en: 'Scanning its code or the loan slip takes it back; or choose the loan in the list and return it there.',
  },
  'how.evacuation': {
    'zh-CN': '在任何画面按 Ctrl+Shift+E，再点“打印”或“存为 PDF”。',
    en: 'Ctrl+Shift+E from any screen, then print it or save it as PDF.',
  },
  allDone: {
    'zh-CN': '全部完成。可以再练，也可以离开练习。',
    en: 'All done. Practise on, or leave training.',
  },
} satisfies Words;
