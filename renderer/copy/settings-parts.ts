// The parts of the settings by name, and who keeps each, for whoever may not open it.
import type { Words } from './words.ts';

export const settingsParts = {
  'part.staff': { 'zh-CN': '员工', en: 'Staff' },
  'part.places': { 'zh-CN': '项目与单元', en: 'Property and units' },
  'part.keys': { 'zh-CN': '钥匙档案', en: 'Key file' },
  'closed.keys': { 'zh-CN': '钥匙档案由主管维护', en: 'Supervisors keep the key file' },
  'closed.keysHint': {
    'zh-CN': '钥匙的编号、挂钩或可借人有变化时，请告诉主管。',
    en: 'Tell a supervisor when a key, its hook or who may borrow it has changed.',
  },
  'part.devices': { 'zh-CN': '设备', en: 'Devices' },
  'part.policies': { 'zh-CN': '规则', en: 'Policies' },
  'part.cards': { 'zh-CN': '临时卡', en: 'Turnstile cards' },
  'closed.cards': { 'zh-CN': '临时卡库存由主管管理', en: 'Supervisors keep the stock of turnstile cards' },
  'closed.cardsHint': {
    'zh-CN': '登记临时卡后，“来访”页会有“未还临时卡”名单；在查找框输入卡号可找到对应的来访。',
    en: 'Once cards are on file, those not returned have their own list among the visits; a card number in the box finds its visit.',
  },

  'part.loans': { 'zh-CN': '借用物品', en: 'Things to lend' },
  'closed.loans': { 'zh-CN': '借用物品由主管管理', en: 'Supervisors keep what is lent' },
  'closed.loansHint': {
    'zh-CN': '新增、报废物品或盘点数量有变时，请告诉主管。借还、晾晒、停用在“借用”页办理。',
    en: 'Tell a supervisor what is new, broken for good or counted anew. Lending, drying and blocking are done on the loans page.',
  },

  'closed.staff': { 'zh-CN': '员工由主管和管理员管理', en: 'Supervisors and admins look after staff' },
  'closed.staffHint': {
    'zh-CN': '您的岗位不能更改员工。忘记 PIN 或被锁定时，请主管在这里处理。',
    en: 'Your role cannot change them. A forgotten PIN or a lock-out: ask a supervisor, who does it here.',
  },
  'closed.places': {
    'zh-CN': '项目与单元由主管和管理员维护',
    en: 'Supervisors and admins keep property and units',
  },
  'closed.placesHint': {
    'zh-CN': '业户资料有变化时，请告诉主管。登记访客时可直接查找单元和被访人。',
    en: 'Tell a supervisor what has changed with a tenant. Units and hosts are found while a visitor is registered.',
  },
  'closed.devices': { 'zh-CN': '设备由管理员设置', en: 'Admins set up the devices' },
  'closed.devicesHint': {
    'zh-CN': '读卡器和打印机的当前状态在窗口底部。需要更换时，请管理员在这里操作。',
    en: 'How reader and printer stand is shown at the bottom of the window. To change them, ask an admin.',
  },
  'closed.policies': { 'zh-CN': '规则由管理员制定', en: 'Admins decide the policies' },
  'closed.policiesHint': {
    'zh-CN': '有效期、证件要求、锁屏时间等按管理员定的规则执行。需要调整时，请管理员在这里修改。',
    en: 'Validity, documents, idle lock and the like follow what an admin decided. To change them, ask an admin.',
  },
  'part.data': { 'zh-CN': '数据安全', en: 'Data' },
  'closed.data': { 'zh-CN': '数据安全由管理员负责', en: 'Admins look after the data' },
  'closed.dataHint': {
    'zh-CN': '备份、账本校验和恢复单由管理员在这里处理。需要留意的事显示在窗口底部。',
    en: 'Backups, the journal and the recovery sheet are the work of an admin. What needs looking at is shown at the bottom of the window.',
  },
} satisfies Words;
