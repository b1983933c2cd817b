// What a key list's headers and values are called, in both languages, and the template that says so.
import type { BorrowerKind } from '../../../api/borrowers.contract.ts';
import type { KeyKind } from '../../../api/key-states.ts';
import type { KeyColumn } from '../../../api/keys-file.contract.ts';
import type { Headers } from '../../imports/cells.rules.ts';

export const KEY_HEADERS: Headers<KeyColumn> = {
  code: ['编号', 'Code', '钥匙编号', 'Key code', '序号'],
  name: ['名称', 'Name', '钥匙名称', 'Key name'],
  opens: ['所开门', 'Opens', '用途', '开启位置'],
  kind: ['类别', 'Kind', '钥匙类别', '类型', 'Type'],
  pieces: ['把数', 'Pieces', '数量', 'Keys in set'],
  copies: ['备用', 'Copies', '备用套数', 'Spare sets'],
  homeDesk: ['服务台', 'Desk', '保管服务台', 'Home desk'],
  cabinet: ['柜', 'Cabinet', '钥匙柜', '柜号'],
  hook: ['钩', 'Hook', '挂钩', '钩号'],
  loanHours: ['借用时长', 'Hours', '借用时长（小时）', 'Loan hours'],
  mayBorrow: ['可借人', 'Who may borrow', '借用对象'],
  instruction: ['说明', 'Instruction', '借用说明', '注意事项'],
  seal: ['封条号', 'Seal', 'Seal number'],
  units: ['单元', 'Units', '所开单元', 'Unit'],
  tenant: ['寄存业户', 'Deposited by', '业户', 'Tenant'],
};

export const KEY_KIND_WORDS: Readonly<Record<KeyKind, readonly string[]>> = {
  vacant: ['空置单元', '空置', 'vacant', 'vacant unit'],
  common: ['公共区域', '公共', 'common', 'common area'],
  plant: ['设备房', '机房', 'plant', 'plant room'],
  emergency: ['应急', '应急钥匙', 'emergency'],
  master: ['总钥匙', 'master'],
  deposited: ['业户寄存钥匙', '业户寄存', '寄存', 'deposited', 'deposited spare'],
};

/** `policy`: as the policy says for the kind. */
export const BORROWER_WORDS: Readonly<Record<BorrowerKind | 'all' | 'policy', readonly string[]>> = {
  staff: ['员工', '物业员工', '本公司员工', 'staff'],
  contractor: ['外包', '施工', '施工单位', '承包商', '维保', 'contractor', 'contractors'],
  contact: ['业户', '联系人', '业户联系人', 'contact', 'contacts', 'tenant', 'tenants'],
  walkIn: ['其他人员', '散客', '访客', 'walk-in', 'others'],
  all: ['所有人', '不限', '全部', 'all', 'everybody'],
  policy: ['按制度', '按类别', '按规定', 'policy', 'by kind'],
};

/** A row as the template shows it. */
export const KEY_EXAMPLE: Readonly<Record<KeyColumn, string>> = {
  ...{ code: 'K-001', name: '示例配电间', opens: 'B1 层示例配电间两道门', kind: '设备房', pieces: '2' },
  ...{ copies: '1', homeDesk: '', cabinet: 'A', hook: '1', loanHours: '4', mayBorrow: '员工、维保' },
  ...{ instruction: '进入前通知工程值班', seal: '', units: '', tenant: '' },
};
