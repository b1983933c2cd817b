// What the window says when something does not work: what happened, what was kept, what to do now.
import type { Words } from './words.ts';

export const trouble = {
  starting: { 'zh-CN': '正在启动…', en: 'Starting…' },
  'clock.title': { 'zh-CN': '请核对本机时间', en: "Please check this computer's clock" },
  'clock.facts': {
    'zh-CN': '本机时间是 {{clock}}，最后一条记录写于 {{journal}}，相差超过一天。确认之前不写入任何记录。',
    en: 'This computer says {{clock}}; the latest entry was written at {{journal}}, over a day apart. Nothing is written until this is settled.',
  },
  'clock.todo': {
    'zh-CN': '时间正确（例如停岗几天后）请确认；不正确请先把系统时间改对，本提示会自动消失。',
    en: "If the time is right (after some days closed, say), confirm it. If not, set the system's clock; this notice then goes by itself.",
  },
  'clock.right': { 'zh-CN': '时间正确，继续', en: 'The time is right, go on' },
  'lost.title': { 'zh-CN': '后台已中断，正在重新启动', en: 'The backend stopped and is starting again' },
  'lost.kept': {
    'zh-CN': '已登记的和填写到一半的内容都保留；未完成的操作会自动再做一次。',
    en: 'Everything recorded and half typed is kept; an unfinished action is repeated by itself.',
  },
  'gaveUp.title': {
    'zh-CN': '后台多次中断，已停止自动重启',
    en: 'The backend stopped several times and will not start by itself',
  },
  'gaveUp.kept': {
    'zh-CN': '已登记的内容都已保存；填写到一半的内容仍在本窗口中。',
    en: 'Everything recorded is saved; what is half typed is still in this window.',
  },
  'gaveUp.todo': {
    'zh-CN': '请重试。若再次停止，请记下时间并联系管理员；期间用纸质登记表。',
    en: 'Try again. If it stops once more, note the time and call your admin; use the paper sheets meanwhile.',
  },
  retry: { 'zh-CN': '重试', en: 'Try again' },
  openSample: { 'zh-CN': '打开样例项目', en: 'Open the sample property' },
  logNumber: { 'zh-CN': '日志编号 {{reference}}', en: 'Log number {{reference}}' },
  'refused.DATABASE_NEWER.title': {
    'zh-CN': '数据来自更新版本的程序',
    en: 'The data belong to a newer program',
  },
  'refused.DATABASE_NEWER.kept': {
    'zh-CN': '没有打开也没有改动任何数据。',
    en: 'Nothing was opened or changed.',
  },
  'refused.DATABASE_NEWER.todo': {
    'zh-CN': '请安装更新的版本后重试。',
    en: 'Install the newer version, then try again.',
  },
  'refused.KEY_MISSING.title': { 'zh-CN': '找不到本项目的密钥', en: 'The key of this property is missing' },
  'refused.KEY_MISSING.kept': {
    'zh-CN': '数据完好但保持锁定；程序不会另造新密钥。',
    en: 'The data are whole but stay locked; no new key was made.',
  },
  'refused.KEY_MISSING.todo': {
    'zh-CN': '请以原来的系统账户登录电脑后重试，或用恢复单打开。',
    en: 'Use the computer account it was set up with and try again, or open the data with the recovery sheet.',
  },
  'refused.DATABASE_DAMAGED.title': { 'zh-CN': '数据文件已损坏', en: 'The data file is damaged' },
  'refused.DATABASE_DAMAGED.kept': {
    'zh-CN': '文件保持原样，没有写入；备份不受影响。',
    en: 'The file was left as it is and nothing was written; backups are untouched.',
  },
  'refused.DATABASE_DAMAGED.todo': {
    'zh-CN': '请不要删除文件。修复前先看清会丢失什么；期间用纸质登记表。',
    en: 'Delete nothing. See first what would be lost, then mend; use the paper sheets meanwhile.',
  },
  'refused.DATABASE_LOCKED.title': {
    'zh-CN': '数据正被另一个程序占用',
    en: 'Another program holds the data',
  },
  'refused.DATABASE_LOCKED.kept': { 'zh-CN': '没有改动任何数据。', en: 'Nothing was changed.' },
  'refused.DATABASE_LOCKED.todo': {
    'zh-CN': '请关闭其他前厅窗口或备份工具后重试。',
    en: 'Close other Foyer windows or backup tools, then try again.',
  },
  'refused.DISK.title': { 'zh-CN': '无法读写数据文件夹', en: 'The data folder cannot be read or written' },
  'refused.DISK.kept': { 'zh-CN': '没有改动任何数据。', en: 'Nothing was changed.' },
  'refused.DISK.todo': {
    'zh-CN': '请检查磁盘空间和文件夹权限后重试。',
    en: 'Check the free space and the permissions of the folder, then try again.',
  },
  'refused.UNKNOWN.title': { 'zh-CN': '后台无法启动', en: 'The backend cannot start' },
  'refused.UNKNOWN.kept': { 'zh-CN': '已登记的内容都已保存。', en: 'Everything recorded is saved.' },
  'refused.UNKNOWN.todo': {
    'zh-CN': '请重试；若仍不行，请把日志编号告诉管理员。',
    en: 'Try again; if it stays, give your admin the log number.',
  },
  'error.SIGN_IN_NEEDED': {
    'zh-CN': '请先登录；填写的内容已保留。',
    en: 'Sign in first; what you typed is kept.',
  },
  'error.NOT_ALLOWED': {
    'zh-CN': '您的岗位没有此权限，未作任何登记。请主管操作。',
    en: 'Your role may not do this and nothing was recorded. Ask a supervisor.',
  },
  'error.SHIFT_NEEDED': {
    'zh-CN': '当前没有开班，未作登记。请重新登录以开班。',
    en: 'No shift is open and nothing was recorded. Sign in again to open one.',
  },
  'error.APPROVAL_NEEDED': {
    'zh-CN': '需主管核准：请主管输入员工号和PIN，然后再按确定。',
    en: 'A supervisor has to approve: staff number and PIN, then confirm again.',
  },
  'error.COMMAND_REUSED': {
    'zh-CN': '这张表单已经提交过，未作重复登记。请关闭后重新打开表单。',
    en: 'This form was sent before and nothing was recorded twice. Close it and open a new one.',
  },
  'error.RECORD_ERASED': {
    'zh-CN': '此人的资料已按期清除，不能再改。请作新的登记。',
    en: "This person's data were erased after their term and cannot be changed. Make a new entry.",
  },
  'error.RECORD_LOCKED': {
    'zh-CN': '本机没有这条记录的密钥，未作改动。请联系管理员。',
    en: 'The key of this record is not on this machine; nothing was changed. Call your admin.',
  },
  'error.CLOCK_JUMP': {
    'zh-CN': '本机时钟与账本相差超过一天，未作登记；填写的内容仍在。请先校准系统时间。',
    en: 'The clock of this machine is more than a day off the journal; nothing was recorded and what you typed is still here. Set the clock first.',
  },
  'error.NOT_FOUND': {
    'zh-CN': '找不到这条记录，未作任何改动。',
    en: 'This record was not found; nothing was changed.',
  },
  'error.DISK_FULL': {
    'zh-CN': '磁盘已满，未能登记；填写的内容仍在。请清出空间后再按确定。',
    en: 'The disk is full and nothing was recorded; what you typed is still here. Free some space and confirm again.',
  },
  'error.DATABASE_LOCKED': {
    'zh-CN': '数据正被另一个程序占用，未能登记。请稍后再按确定。',
    en: 'Another program holds the data and nothing was recorded. Confirm again in a moment.',
  },
  'error.DATABASE_DAMAGED': {
    'zh-CN': '数据文件已损坏，未能登记。请联系管理员，期间用纸质登记表。',
    en: 'The data file is damaged and nothing was recorded. Call your admin and use the paper sheets.',
  },
  'error.DATABASE_UNWRITABLE': {
    'zh-CN': '数据文件无法写入，未能登记。请联系管理员检查权限。',
    en: 'The data file cannot be written and nothing was recorded. Have your admin check permissions.',
  },
  'error.UNFORESEEN': {
    'zh-CN': '出现意外错误，未作登记；填写的内容仍在。请再试一次，或告诉管理员日志编号 {{reference}}。',
    en: 'Something unforeseen happened and nothing was recorded; what you typed is still here. Try again, or give your admin log number {{reference}}.',
  },
  'error.LOST': {
    'zh-CN': '后台再次中断，不能确定是否已登记。恢复后再按一次确定即可，不会重复登记。',
    en: 'The backend stopped again and it is not certain that this was recorded. Confirm once more when it is back: nothing is recorded twice.',
  },
  'error.BAD_REQUEST': {
    'zh-CN': '有内容填写不正确，未作登记。',
    en: 'Something was filled in wrongly; nothing was recorded.',
  },
} satisfies Words;
