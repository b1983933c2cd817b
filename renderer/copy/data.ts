// Words of the care of the data 数据安全: backups, the journal verified, the recovery sheet, notices about them.
import { fields } from './fields.ts';
import { recoveryProblems } from './rescue.ts';
import type { Words } from './words.ts';

export const data = {
  ...fields,
  ...recoveryProblems,
  loading: { 'zh-CN': '正在读取…', en: 'Loading…' },

  backups: { 'zh-CN': '备份', en: 'Backups' },
  backupsHint: {
    'zh-CN': '每小时自动备份，关闭程序时再备份一次；每份做好后都完整校验过。姓名等内容在备份里是加密的。',
    en: 'Made each hour and when the program closes; each is verified in full when it is made. Names in it are sealed.',
  },
  backUp: { 'zh-CN': '立即备份', en: 'Back up now' },
  copying: { 'zh-CN': '正在复制 {{percent}}%', en: 'Copying, {{percent}} %' },
  verifying: { 'zh-CN': '正在校验…', en: 'Verifying…' },
  backupMade: {
    'zh-CN': '备份完成：{{size}}，{{events}} 条记录',
    en: 'Backup made: {{size}}, {{events}} entries',
  },
  'problem.FOLDER_MISSING': {
    'zh-CN': '找不到备份文件夹。请接好备份盘后再试。',
    en: 'The folder for backups is not there. Plug its drive in and try again.',
  },
  'problem.FOLDER_UNWRITABLE': {
    'zh-CN': '备份文件夹不能写入。请检查磁盘和文件夹权限。',
    en: 'The folder for backups cannot be written. Check the drive and its permissions.',
  },
  'problem.DISK_FULL': {
    'zh-CN': '磁盘空间不够。请清出空间后再试。',
    en: 'The disk is full. Free some space and try again.',
  },
  'problem.COPY_DAMAGED': {
    'zh-CN': '做好的备份没有通过校验，数据文件可能已损坏。请校验账本，并联系管理员。',
    en: 'The backup did not verify, so the data file may be damaged. Verify the journal and call your admin.',
  },
  'problem.STOPPED': { 'zh-CN': '备份被中止。请再试一次。', en: 'The backup was stopped. Try again.' },
  'problem.UNFORESEEN': {
    'zh-CN': '出现意外错误，原因在日志里。请再试一次。',
    en: 'Something unforeseen happened; the log has it. Try again.',
  },
  backupFailed: {
    'zh-CN': '自 {{since}} 起没有做成备份；以前的备份完好。',
    en: 'No backup was made since {{since}}; those from before are whole.',
  },
  noBackups: { 'zh-CN': '还没有备份', en: 'There are no backups yet' },
  noBackupsHint: {
    'zh-CN': '按“立即备份”做第一份，或等满一小时。',
    en: 'Press "Back up now" for the first one, or wait for the hour.',
  },
  madeAt: { 'zh-CN': '备份时间', en: 'Made' },
  size: { 'zh-CN': '大小', en: 'Size' },
  state: { 'zh-CN': '校验', en: 'Verified' },
  verifiedWhenMade: { 'zh-CN': '制作时已校验', en: 'when made' },
  verifyAgain: { 'zh-CN': '再校验一次', en: 'Verify again' },
  verifyOf: { 'zh-CN': '再校验一次：{{time}}', en: 'Verify again: {{time}}' },
  whole: { 'zh-CN': '完好', en: 'Whole' },
  notWhole: { 'zh-CN': '已损坏，请勿使用', en: 'Damaged: do not use it' },
  gone: { 'zh-CN': '已不在', en: 'Not there any more' },
  place: { 'zh-CN': '存放位置', en: 'Where they lie' },
  sameDrive: {
    'zh-CN': '与数据在同一块盘上：盘坏了两者都会丢。请用启动参数 --backup-dir 指定另一块盘上的文件夹。',
    en: 'On the same drive as the data: a broken drive takes both. Name a folder on another one with --backup-dir.',
  },
  otherDrive: { 'zh-CN': '在另一块盘上', en: 'On another drive' },
  placeGone: { 'zh-CN': '这个文件夹现在不在', en: 'This folder is not there now' },
  restore: { 'zh-CN': '恢复备份', en: 'Putting a backup back' },
  restoreHow: {
    'zh-CN': '恢复会替换现有数据，所以只在关闭程序后用命令行做：先预览会丢失什么，再恢复。',
    en: 'It replaces the present data, so it is done from the command line with the program closed: see first what would be lost, then restore.',
  },

  journal: { 'zh-CN': '账本', en: 'Journal' },
  journalHint: {
    'zh-CN': '从第一条起逐条核对，任何改动、缺失或调换都会被发现。期间可以照常登记。',
    en: 'Walked from the first entry: whatever was changed, removed or moved is found. The desk works on meanwhile.',
  },
  verifyJournal: { 'zh-CN': '校验账本', en: 'Verify the journal' },
  walking: { 'zh-CN': '正在逐条核对…', en: 'Walking every entry…' },
  journalWhole: { 'zh-CN': '账本完整，没有改动', en: 'The journal is whole and unchanged' },
  journalHead: {
    'zh-CN': '账本 {{journal}}：到第 {{seq}} 条，校验码 {{hash}}',
    en: 'Journal {{journal}}: up to entry {{seq}}, {{hash}}',
  },
  ownJournal: { 'zh-CN': '本机', en: 'this desk' },
  journalBroken: { 'zh-CN': '账本在第 {{seq}} 条断开', en: 'The journal breaks at entry {{seq}}' },
  journalBrokenTodo: {
    'zh-CN': '请记下时间，不要再登记，联系管理员用 foyer repair 修复。',
    en: 'Note the time, record nothing more and have your admin run foyer repair.',
  },

  sheet: { 'zh-CN': '恢复单', en: 'Recovery sheet' },
  sheetHint: {
    'zh-CN': '电脑坏了、换了或重装后，只有恢复单上的密钥能重新打开这些数据和备份。',
    en: 'When this computer breaks, is replaced or set up anew, only the key on this sheet opens the data and backups again.',
  },
  sheetNever: { 'zh-CN': '还没有制作', en: 'Never made' },
  sheetUnconfirmed: { 'zh-CN': '尚未确认已打印', en: 'Not confirmed to be on paper' },
  sheetConfirmed: { 'zh-CN': '已打印并确认', en: 'On paper, confirmed' },
  sheetMade: { 'zh-CN': '{{time}} 由 {{staff}} 制作', en: 'Made {{time}} by {{staff}}' },
  sheetMadeAt: { 'zh-CN': '{{time}} 制作', en: 'Made {{time}}' },
  sheetAgain: {
    'zh-CN': '重新制作后，以前的恢复单立即作废。',
    en: 'A new sheet makes the one before it void at once.',
  },
  makeSheet: { 'zh-CN': '制作并打印恢复单', en: 'Make and print the recovery sheet' },
  makeNewSheet: { 'zh-CN': '制作新的恢复单', en: 'Make a new recovery sheet' },
  ownPin: { 'zh-CN': '您的 PIN', en: 'Your PIN' },
  ownPinHint: { 'zh-CN': '再输一次，账本会记下是谁制作的', en: 'Once more: the journal notes who makes it' },
  'field.pinRefused': { 'zh-CN': 'PIN 不正确', en: 'The PIN is wrong' },
  lastGroup: { 'zh-CN': '恢复单上的最后一组', en: 'The last group on the sheet' },
  lastGroupHint: {
    'zh-CN': '照着打印出来的纸输入，5 位，证明真的打印好了',
    en: 'Five signs, read from the paper: it shows that the sheet was really printed',
  },
  confirmSheet: { 'zh-CN': '确认已打印', en: 'It is printed' },
  showSheet: { 'zh-CN': '再看恢复单', en: 'Show the sheet again' },
  'field.GROUP_WRONG': {
    'zh-CN': '与恢复单不一致，请照纸上的最后一组输入',
    en: 'Not the same as on the sheet: read the last group from the paper',
  },
  nothingToConfirm: {
    'zh-CN': '程序重启过，或又制作了新的恢复单，这张已不能确认。请重新制作。',
    en: 'The program was started again, or a newer sheet was made: this one cannot be confirmed. Make a new one.',
  },
  sheetDone: {
    'zh-CN': '恢复单已确认。请装入信封，存放到安全的地方。',
    en: 'The recovery sheet is confirmed. Seal it in an envelope and put it in a safe place.',
  },

  // The paper shows both languages: whoever opens the safe may read either.
  'paper.key': { 'zh-CN': '恢复密钥', en: 'Recovery key' },
  'paper.made': { 'zh-CN': '制作时间 {{time}}', en: 'Made {{time}}' },
  'paper.what': {
    'zh-CN':
      '服务台的电脑损坏、更换或重装系统后，用这把密钥可以重新打开本项目的登记数据和备份。没有它，姓名、证件等加密的内容再也找不回来。',
    en: "When the desk's computer is broken, replaced or set up anew, this key opens the records of this property and their backups again. Without it, names, documents and everything else that is sealed are gone for good.",
  },
  'paper.keep': {
    'zh-CN':
      '打印一份，装入信封密封，交项目经理保管或放进保险柜。不要拍照，不要发送，不要存在电脑里，不要放在服务台旁边。',
    en: 'Print one copy, seal it in an envelope and keep it with the property manager or in a safe. Do not photograph it, send it, leave it in a computer or keep it beside the desk.',
  },
  'paper.use': {
    'zh-CN':
      '使用时，在“找不到本项目的密钥”画面按组输入，或扫描二维码。不分大小写；字母 O 视为数字 0，字母 I、L 视为数字 1；输错会提示是第几组。',
    en: 'To use it, type it group by group where the key of the property is said to be missing, or scan the code. Small letters will do; O counts as 0, I and L as 1. A slip is told with the number of its group.',
  },
  'paper.void': {
    'zh-CN': '重新制作后本单作废，请销毁。',
    en: 'A newer sheet makes this one void: destroy it then.',
  },

  firstTitle: { 'zh-CN': '最后一步：打印恢复单', en: 'One last step: print the recovery sheet' },
  firstWhy: {
    'zh-CN': '密钥只在这台电脑里。没有恢复单，电脑一坏，登记过的姓名和证件就再也打不开，备份也一样。',
    en: 'The key exists in this computer only. Without the sheet, once it breaks, no name or document opens again, not even from a backup.',
  },
  later: { 'zh-CN': '以后再打印', en: 'Print it later' },
  laterHint: {
    'zh-CN': '窗口底部会一直提醒，直到在 设置 › 数据安全 里打印好。',
    en: 'The bottom of the window keeps reminding until it is printed in Settings › Data.',
  },

  locked: { 'zh-CN': '以前的内容已锁定', en: 'Older records are locked' },
  lockedHint: {
    'zh-CN':
      '原来的密钥没有找到，以前登记的姓名等保持锁定。找到当时的恢复单，在这里输入即可解锁，现在的登记不受影响。',
    en: 'The old key was not found, so names from before stay locked. Type the key from its recovery sheet here to unlock them; what was recorded since is not touched.',
  },
  unlock: { 'zh-CN': '解锁', en: 'Unlock' },
  oldKey: { 'zh-CN': '原来的恢复密钥', en: 'The old recovery key' },
  unlocked: { 'zh-CN': '已解锁 {{records}} 条记录。', en: '{{records}} records are unlocked.' },

  notices: { 'zh-CN': '数据安全提醒', en: 'About the data' },
  noticesCount: { 'zh-CN': '数据安全：{{count}} 项提醒', en: 'Data: {{count}} to look at' },
  'notice.fieldsLocked': { 'zh-CN': '以前的内容已锁定', en: 'Older records are locked' },
  'notice.fieldsLockedTodo': {
    'zh-CN': '本机在没有原密钥的情况下继续使用。找到恢复单后，管理员在 设置 › 数据安全 里解锁。',
    en: 'The desk goes on without its old key. When the recovery sheet turns up, an admin unlocks them in Settings › Data.',
  },
  'notice.sheetMissing': { 'zh-CN': '恢复单还没有打印', en: 'The recovery sheet is not printed' },
  'notice.sheetMissingTodo': {
    'zh-CN': '电脑一坏，登记的姓名就打不开了。请管理员在 设置 › 数据安全 里打印。',
    en: 'If this computer breaks, no name opens again. An admin prints it in Settings › Data.',
  },
  'notice.sheetUnconfirmed': { 'zh-CN': '恢复单尚未确认已打印', en: 'The recovery sheet is not confirmed' },
  'notice.sheetUnconfirmedTodo': {
    'zh-CN': '制作过，但没有确认打印好。请管理员在 设置 › 数据安全 里重新制作并确认。',
    en: 'It was made, but nobody confirmed the print. An admin makes and confirms a new one in Settings › Data.',
  },
  'notice.backupFailed': { 'zh-CN': '备份没有做成', en: 'No backup was made' },
  'notice.diskLow': { 'zh-CN': '磁盘快满了', en: 'The disk is nearly full' },
  'notice.diskLowTodo': {
    'zh-CN': '正在用预留的空间，登记照常保存。请尽快让管理员清出 100 MB 以上的空间。',
    en: 'The desk lives on room that it had kept back, and records as ever. Have an admin free 100 MB or more soon.',
  },
  'notice.diskFull': { 'zh-CN': '磁盘已满，现在不能登记', en: 'The disk is full: nothing can be recorded' },
  'notice.diskFullTodo': {
    'zh-CN':
      '已登记的都在：可以登录、查找、查看，也可以打开和打印疏散名单。新的来访和借还请先写在纸质登记表上，空间清出后即可补录。请马上通知管理员。',
    en: 'What was recorded is safe: you can sign in, look things up, and open and print the evacuation list. Write new visits and loans on the paper sheets and enter them once there is room. Tell your admin at once.',
  },
  'notice.headNotNoted': { 'zh-CN': '数据文件夹写不进文件', en: 'The data folder takes no file' },
  'notice.headNotNotedTodo': {
    'zh-CN': '登记仍然保存，但数据被换回旧文件时可能发现不了。请管理员检查磁盘空间和权限。',
    en: 'Records are still kept, but an older file put in their place might go unseen. Have free space and permissions checked.',
  },
  'notice.newJournal.restored': { 'zh-CN': '数据是从备份恢复的', en: 'The data were restored from a backup' },
  'notice.newJournal.repaired': { 'zh-CN': '数据文件损坏后已修复', en: 'A damaged data file was mended' },
  'notice.newJournal.behind': {
    'zh-CN': '数据文件比上次使用时旧',
    en: 'The data file is older than when last used',
  },
  'notice.newJournal.copied': { 'zh-CN': '数据文件夹是复制来的', en: 'The data folder was copied here' },
  'notice.newJournal.lost': { 'zh-CN': '原来的数据文件不见了', en: 'The data file was gone' },
  'notice.newJournalTodo': {
    'zh-CN': '{{time}} 起用新的账本，打印的编号多一个字母。缺少 {{missing}} 条记录，请对照纸质单据。',
    en: 'A new journal began {{time}}; printed numbers carry a letter. {{missing}} entries are missing: compare with what is on paper.',
  },
  'notice.newJournalWhole': {
    'zh-CN': '{{time}} 起用新的账本，打印的编号多一个字母。没有发现缺少的记录。',
    en: 'A new journal began {{time}}; printed numbers carry a letter. No entry is known to be missing.',
  },
} satisfies Words;
