// The words on the recovery sheet, in both languages.

export interface RecoverySheetWords {
  readonly title: string;
  readonly keyLabel: string;
  readonly dayLabel: string;
  /** What it is, where to keep it, how to use it, in this order. */
  readonly instructions: readonly string[];
}

export const recoverySheetWords: Readonly<Record<'zh-CN' | 'en', RecoverySheetWords>> = {
  'zh-CN': {
    title: '恢复密钥单',
    keyLabel: '恢复密钥',
    dayLabel: '制作日期',
    instructions: [
      '前台电脑损坏、更换或系统重装后，用此密钥可以重新打开本物业的登记数据及其备份。没有它，姓名、证件等加密内容将无法找回。',
      '请打印一份，装入信封密封，存放在物业经理处或保险柜内。不要拍照，不要发送，不要与前台电脑放在一起。',
      '使用时在“打不开数据”画面选择“用恢复密钥打开”，按组输入。不分大小写；字母 O 与数字 0、字母 I、L 与数字 1 视为相同。输错时会提示是第几组。',
      '重新制作后，旧单立即失效，请销毁旧单。',
    ],
  },
  en: {
    title: 'Recovery sheet',
    keyLabel: 'Recovery key',
    dayLabel: 'Made on',
    instructions: [
      'When the desk’s computer is broken, replaced or set up anew, this key opens the records of this property and their backups again. Without it, names, documents and everything else that is sealed cannot be brought back.',
      'Print one copy, seal it in an envelope, and keep it with the property manager or in a safe. Do not photograph it, do not send it, and do not keep it beside the desk’s computer.',
      'To use it, choose “Open with the recovery key” where the data does not open, and type it group by group. Small letters will do; O counts as 0, I and L count as 1. A slip is told with the number of its group.',
      'A new sheet makes the old one void at once: destroy the old one.',
    ],
  },
};
