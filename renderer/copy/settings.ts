// Words of the settings 设置: staff on file, and the desk's own devices with a live test of each.
import { fields, staffFields } from './fields.ts';
import { settingsParts } from './settings-parts.ts';
import { staffFile } from './staff-file.ts';
import type { Words } from './words.ts';

export const settings = {
  ...fields,
  ...staffFields,
  ...staffFile,
  title: { 'zh-CN': '设置', en: 'Settings' },
  parts: { 'zh-CN': '设置分类', en: 'Parts of the settings' },
  ...settingsParts,
  loading: { 'zh-CN': '正在读取…', en: 'Loading…' },

  addStaff: { 'zh-CN': '添加员工', en: 'Add staff' },
  staffList: { 'zh-CN': '员工名单', en: 'Staff on file' },
  staffPanel: { 'zh-CN': '员工资料', en: 'Member of staff' },
  nobodyChosen: { 'zh-CN': '从名单中选择一位员工', en: 'Choose somebody from the list' },
  nobodyChosenHint: {
    'zh-CN': '在这里更改资料、重设 PIN、解除锁定；或按 Alt+N 添加员工。',
    en: 'Here you change their details, reset a PIN, release a lock-out. Alt+N adds somebody.',
  },
  role: { 'zh-CN': '岗位', en: 'Role' },
  language: { 'zh-CN': '语言', en: 'Language' },
  'language.zh-CN': { 'zh-CN': '中文', en: 'Chinese' },
  'language.en': { 'zh-CN': '英文', en: 'English' },
  state: { 'zh-CN': '状态', en: 'State' },
  'state.active': { 'zh-CN': '在职', en: 'Active' },
  'state.left': { 'zh-CN': '已离职', en: 'Let go' },
  'state.locked': { 'zh-CN': '锁定至 {{time}}', en: 'Locked until {{time}}' },
  you: { 'zh-CN': '本人', en: 'You' },
  erased: { 'zh-CN': '（已清除或已锁定）', en: '(erased or locked)' },
  change: { 'zh-CN': '更改资料', en: 'Change details' },
  save: { 'zh-CN': '保存', en: 'Save' },
  resetPin: { 'zh-CN': '重设 PIN', en: 'Reset PIN' },
  resetPinHint: {
    'zh-CN': '旧 PIN 立即作废，锁定同时解除。',
    en: 'The old one opens nothing from now on, and a lock-out ends.',
  },
  newPin: { 'zh-CN': '新 PIN', en: 'New PIN' },
  firstPinHint: {
    'zh-CN': '6 至 12 位数字，当面告诉本人',
    en: '6 to 12 digits; tell it to them in person',
  },
  release: { 'zh-CN': '解除锁定', en: 'Release lock-out' },
  lockedHint: {
    'zh-CN': '多次输错 PIN。确认是本人后解除；忘记 PIN 的请重设。',
    en: 'Too many wrong PINs. Release once you know it was them; reset the PIN if it is forgotten.',
  },
  letGo: { 'zh-CN': '办理离职', en: 'Let go' },
  letGoHint: {
    'zh-CN': '离职后不能登录；以往的登记保留。',
    en: 'They can no longer sign in; what they recorded stays.',
  },
  takeBackOn: { 'zh-CN': '恢复在职', en: 'Take back on' },
  notYours: {
    'zh-CN': '主管和管理员的资料由管理员更改。',
    en: 'Supervisors and admins are changed by an admin.',
  },
  lastAdmin: {
    'zh-CN': '这是唯一的管理员，未作改动。请先设另一位管理员。',
    en: 'This is the only admin and nothing was changed. Make somebody else an admin first.',
  },
  'field.numberTaken': { 'zh-CN': '此员工号已有人使用', en: 'Somebody has this staff number' },
  'field.roleNotYours': {
    'zh-CN': '此岗位由管理员设置',
    en: 'This role is an admin’s to give',
  },
  'field.lastAdmin': {
    'zh-CN': '唯一的管理员须保留此岗位',
    en: 'The only admin has to stay one',
  },
  addedDone: { 'zh-CN': '已添加 {{who}}，可以登录', en: 'Added {{who}}, who can sign in now' },
  changedDone: { 'zh-CN': '已更改 {{who}}', en: 'Changed {{who}}' },
  pinDone: { 'zh-CN': '已重设 {{who}} 的 PIN', en: 'New PIN for {{who}}' },
  releasedDone: { 'zh-CN': '已解除 {{who}} 的锁定', en: 'Released {{who}}' },
  leftDone: { 'zh-CN': '已办理离职 {{who}}', en: 'Let go {{who}}' },
  backDone: { 'zh-CN': '已恢复在职 {{who}}', en: 'Took {{who}} back on' },

  reader: { 'zh-CN': '读卡器', en: 'Card reader' },
  readerHint: {
    'zh-CN': '身份证阅读器，接在串口或 USB 转串口上',
    en: 'The ID card reader on a serial port, or on USB as one',
  },
  port: { 'zh-CN': '端口', en: 'Port' },
  'port.none': { 'zh-CN': '不使用读卡器', en: 'No reader' },
  'port.choose': { 'zh-CN': '请选择…', en: 'Choose…' },
  'port.other': { 'zh-CN': '其他路径…', en: 'Another path…' },
  'port.gone': { 'zh-CN': '{{port}}（现在未连接）', en: '{{port}} (not plugged in now)' },
  lookAgain: { 'zh-CN': '重新查找', en: 'Look again' },
  path: { 'zh-CN': '设备路径', en: 'Device path' },
  readerPathHint: { 'zh-CN': '如 /dev/ttyUSB0 或 COM3', en: 'Such as /dev/ttyUSB0 or COM3' },
  baudRate: { 'zh-CN': '波特率', en: 'Baud rate' },
  baudRateHint: { 'zh-CN': '出厂为 115200，一般不用改', en: '115200 as delivered; rarely another' },
  testReader: { 'zh-CN': '测试读卡器', en: 'Test the reader' },
  readerWaits: {
    'zh-CN': '请在 {{seconds}} 秒内放上任意一张证件…',
    en: 'Put any ID card on it within {{seconds}} seconds…',
  },
  'layout.mainland': { 'zh-CN': '居民身份证', en: 'resident ID card' },
  'layout.hmtResidence': { 'zh-CN': '港澳台居民居住证', en: 'HK, Macao, Taiwan residence permit' },
  'layout.foreigner2017': {
    'zh-CN': '外国人永久居留身份证（2017 版）',
    en: 'foreign permanent resident ID, 2017',
  },
  'layout.foreigner2023': {
    'zh-CN': '外国人永久居留身份证（2023 版）',
    en: 'foreign permanent resident ID, 2023',
  },
  'readerSaw.card': {
    'zh-CN': '读到一张{{layout}}：读卡器可以使用。',
    en: 'Read a {{layout}}: the reader works.',
  },
  'readerSaw.cardTodo': {
    'zh-CN': '卡上的内容没有显示，也没有保存。',
    en: 'What the card says was neither shown nor kept.',
  },
  'readerSaw.refused': {
    'zh-CN': '读卡器有回应，但这张卡没有读出来。',
    en: 'The reader answers, but did not get this card read.',
  },
  'readerSaw.ready': {
    'zh-CN': '读卡器已连接，但没有等到卡。',
    en: 'The reader is there, but no card came.',
  },
  'readerSaw.readyTodo': {
    'zh-CN': '再测一次，把证件平放在读卡区中央。',
    en: 'Test again and lay a card flat on the middle of it.',
  },
  'readerSaw.connecting': {
    'zh-CN': '端口已打开，但对面没有读卡器回应。',
    en: 'The port is open, but no reader answers on it.',
  },
  'readerSaw.connectingTodo': {
    'zh-CN': '检查读卡器电源和波特率，或换一个端口。',
    en: 'Check its power and the baud rate, or choose another port.',
  },
  'readerSaw.offline': {
    'zh-CN': '这个端口打不开，读卡器没有连接。',
    en: 'The port does not open: no reader is plugged in.',
  },
  'readerSaw.offlineTodo': {
    'zh-CN': '插好 USB 线后按“重新查找”；若另一程序在用读卡器，请先关闭它。',
    en: 'Plug it in and press "Look again"; close any other program that uses the reader.',
  },
  'readerSaw.fault': {
    'zh-CN': '读卡器有回应，但安全模块有故障。',
    en: 'The reader answers, but its security module has a fault.',
  },
  'readerSaw.faultTodo': {
    'zh-CN': '拔下再插上；仍不行请送修，期间手工登记。',
    en: 'Unplug it and plug it in; if that does not help have it repaired, and type meanwhile.',
  },
  'readerSaw.off': { 'zh-CN': '现在没有设置读卡器。', en: 'No reader is set now.' },
  'readerSaw.offTodo': { 'zh-CN': '先选择端口并保存。', en: 'Choose a port and save first.' },

  printer: { 'zh-CN': '小票打印机', en: 'Slip printer' },
  printerHint: {
    'zh-CN': '打印访客证和单据的热敏打印机（ESC/POS）',
    en: 'The thermal printer for passes and slips (ESC/POS)',
  },
  connection: { 'zh-CN': '连接方式', en: 'Connection' },
  'connection.none': { 'zh-CN': '不使用', en: 'No printer' },
  'connection.tcp': { 'zh-CN': '网络', en: 'Network' },
  'connection.device': { 'zh-CN': '设备文件', en: 'Device file' },
  'connection.spooler': { 'zh-CN': '系统打印队列', en: 'System queue' },
  host: { 'zh-CN': '地址', en: 'Address' },
  hostHint: { 'zh-CN': 'IP 或主机名，如 192.168.1.50', en: 'IP or host name, such as 192.168.1.50' },
  tcpPort: { 'zh-CN': '端口号', en: 'Port number' },
  tcpPortHint: { 'zh-CN': '一般为 9100', en: 'Usually 9100' },
  printerPathHint: { 'zh-CN': '如 /dev/usb/lp0', en: 'Such as /dev/usb/lp0' },
  queue: { 'zh-CN': '队列名称', en: 'Queue name' },
  queueHint: { 'zh-CN': '操作系统里的打印机名称', en: 'The name of the printer in the operating system' },
  queueHintWindows: {
    'zh-CN': 'Windows 中的打印机名称。此方式尚未在 Windows 上实测，请先打印测试页，看过再用',
    en: 'The name of the printer in Windows. Not proven there yet: print a test page and look at it first',
  },
  profile: { 'zh-CN': '纸张与中文', en: 'Paper and Chinese' },
  'profile.rom80': { 'zh-CN': '80 毫米，打印机自带中文', en: '80 mm, Chinese in the printer' },
  'profile.epson80': { 'zh-CN': '80 毫米，爱普生中文机型', en: '80 mm, Epson with Chinese' },
  'profile.rom58': { 'zh-CN': '58 毫米，打印机自带中文', en: '58 mm, Chinese in the printer' },
  'profile.raster80': { 'zh-CN': '80 毫米，按图形打印', en: '80 mm, printed as pictures' },
  'profile.raster58': { 'zh-CN': '58 毫米，按图形打印', en: '58 mm, printed as pictures' },
  profileHint: {
    'zh-CN': '测试页上汉字是乱码时，改用“按图形打印”',
    en: 'Where Chinese comes out garbled, print as pictures',
  },
  answersStatus: { 'zh-CN': '打印机会回报缺纸、开盖', en: 'The printer reports paper and cover' },
  answersStatusHint: {
    'zh-CN': '只在确知它从不回报时取消勾选',
    en: 'Clear it only for a printer known never to answer',
  },
  testPrinter: { 'zh-CN': '打印测试页', en: 'Print test page' },
  printerWorks: { 'zh-CN': '正在打印测试页…', en: 'Printing the test page…' },
  'printerSaw.printed': { 'zh-CN': '测试页已打印。', en: 'The test page is printed.' },
  'printerSaw.printedTodo': {
    'zh-CN': '请看一眼：汉字清楚，左右两端不缺、不折行。',
    en: 'Look at it: Chinese is clear, and nothing is cut off or wrapped at either end.',
  },
  'printerSaw.paperNearEnd': {
    'zh-CN': '纸快用完了，请备好新纸卷。',
    en: 'The roll is nearly used up: have a new one ready.',
  },
  'printerSaw.refused': { 'zh-CN': '没有打印。', en: 'Nothing was printed.' },
  'printerSaw.unknown': {
    'zh-CN': '不能确定是否已打印，请看打印机。',
    en: 'It may have printed: look at the printer.',
  },
  'problem.COVER_OPEN': {
    'zh-CN': '盖子开着。合上后再试。',
    en: 'The cover is open. Close it and try again.',
  },
  'problem.PAPER_OUT': {
    'zh-CN': '没有纸。装上纸卷后再试。',
    en: 'It has no paper. Put in a roll and try again.',
  },
  'problem.PRINTER_ERROR': {
    'zh-CN': '打印机报错（切刀或过热）。关机再开，稍后再试。',
    en: 'The printer reports an error (cutter, heat). Switch it off and on, then try again.',
  },
  'problem.OFFLINE': {
    'zh-CN': '打印机处于脱机状态。按打印机上的联机键后再试。',
    en: 'The printer is offline. Press its online key and try again.',
  },
  'problem.UNREACHABLE': {
    'zh-CN': '连不上打印机。检查电源、网线和上面填写的地址。',
    en: 'The printer is not reached. Check its power, its cable and what is filled in above.',
  },
  'problem.NOT_ALLOWED': {
    'zh-CN': '本账户不能写这个设备。请系统管理员授权（Linux：加入 lp 组）。',
    en: 'This account may not write to the device. Have it allowed (Linux: group lp).',
  },
  'problem.IN_USE': {
    'zh-CN': '另一程序正在使用打印机。关闭它后再试。',
    en: 'Another program has the printer. Close it and try again.',
  },
  'problem.CLOSED_EARLY': {
    'zh-CN': '对方中途挂断：这个地址可能不是打印机。',
    en: 'It hung up midway: there may be no printer at this address.',
  },
  'problem.CONNECTION_LOST': {
    'zh-CN': '连接中断。检查线缆后再试。',
    en: 'The connection broke. Check the cable and try again.',
  },
  'problem.STALLED': {
    'zh-CN': '打印机不再接收数据。关机再开后再试。',
    en: 'The printer stopped taking data. Switch it off and on, then try again.',
  },
  'problem.NO_ANSWER': {
    'zh-CN': '数据已送出，但没有回报。若它从不回报，请取消上面的勾选。',
    en: 'It took everything and never answered. If it never does, clear the box above.',
  },
  'problem.SPOOLER_STOPPED': {
    'zh-CN': '系统里的队列已停用。在系统设置里启用后再试。',
    en: "The system's queue is switched off. Switch it on in the system and try again.",
  },
  'problem.SPOOLER_FAILED': {
    'zh-CN': '系统放弃了这个任务。在系统的打印队列里查看原因。',
    en: 'The system gave the job up. Its print queue says why.',
  },
  'problem.STOPPED': { 'zh-CN': '打印被中止。再试一次。', en: 'Printing was stopped. Try again.' },
  'problem.NO_FONT': {
    'zh-CN': '这台电脑没有中文字体，无法按图形打印。请安装中文字体，或改选自带中文。',
    en: 'This computer has no Chinese font to draw with. Install one, or choose Chinese in the printer.',
  },
  commandLine: {
    'zh-CN': '这次启动由启动参数指定了设备：这里保存的设置，下次不带参数启动时生效。',
    en: 'The command line names the device for now: what is saved here counts from the next start without it.',
  },
  deviceSaved: { 'zh-CN': '已保存：{{device}}', en: 'Saved: {{device}}' },
  'field.host': { 'zh-CN': '不是 IP 地址或主机名', en: 'No IP address or host name' },
  'field.port': { 'zh-CN': '端口号为 1 至 65535', en: 'A port number lies between 1 and 65535' },
  'field.queue': { 'zh-CN': '不是队列名称', en: 'No name of a queue' },
  'field.path': { 'zh-CN': '须是完整的设备路径', en: 'Has to be the full path of a device' },
  'field.noDevice': { 'zh-CN': '这个路径不是设备', en: 'There is no device at this path' },
  'field.portTaken': { 'zh-CN': '另一个读卡器正在用这个端口', en: 'Another reader is set to this port' },
  'field.tooManyReaders': { 'zh-CN': '读卡器太多，请先移除一个', en: 'Too many readers: remove one first' },
  'field.noDeviceFiles': {
    'zh-CN': '此系统没有设备文件，请选“系统打印队列”',
    en: 'This system has no device files: choose "System queue"',
  },
  'field.unreachable': { 'zh-CN': '连不上', en: 'Not reached' },
} satisfies Words;
