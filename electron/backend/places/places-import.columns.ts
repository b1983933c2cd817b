// What a spreadsheet's headers and values are called, in both languages, and the template that says so.
import type { Authority, TenantStatus, UnitKind } from '../../api/places-file.contract.ts';
import type { ImportColumn } from '../../api/places-import.contract.ts';
import type { Headers } from '../imports/cells.rules.ts';

export const HEADERS: Headers<ImportColumn> = {
  code: ['单元编号', 'Unit', 'Unit code', '单元', '单元号'],
  building: ['楼栋', 'Building', '楼宇', '栋'],
  floor: ['楼层', 'Floor'],
  room: ['房号', 'Room', '房间号'],
  kind: ['类型', 'Type', '单元类型', 'Unit type'],
  tenant: ['业户名称', 'Tenant', '业户', '公司名称', 'Tenant name'],
  tenantEn: ['业户英文名', 'Tenant (English)', '英文名称', 'English name'],
  shortName: ['简称', 'Short name', '业户简称'],
  tenantPhone: ['业户电话', 'Tenant phone', '公司电话'],
  status: ['状态', 'Status', '业户状态'],
  emergencyContacts: ['紧急联系人', 'Emergency contacts'],
  instructions: ['业户要求', 'Standing instructions', '来访要求', '访客要求'],
  mailInstructions: ['邮件要求', 'Mail instructions', '函件要求'],
  notes: ['备注', 'Notes'],
  contact: ['联系人', 'Contact', '联系人姓名'],
  contactPhone: ['联系人电话', 'Contact phone', '手机'],
  authorises: ['可授权', 'May authorise', '授权'],
};

export const KINDS: Readonly<Record<UnitKind, readonly string[]>> = {
  office: ['办公', '写字楼', 'office'],
  flat: ['住宅', '公寓', 'flat', 'apartment'],
  shop: ['商铺', '商业', 'shop', 'retail'],
  vacant: ['空置', 'vacant'],
  plant: ['机房', '设备房', 'plant', 'plant room'],
};

export const STATUSES: Readonly<Record<TenantStatus, readonly string[]>> = {
  movingIn: ['入驻中', '装修', '装修中', 'moving in'],
  inResidence: ['在驻', '正常', '入住', 'in residence'],
  movedOut: ['已退租', '退租', 'moved out'],
};

/** Words of the column of authorities. */
export const AUTHORITY_WORDS: Readonly<Record<Authority | 'both' | 'none', readonly string[]>> = {
  keys: ['钥匙', 'key', 'keys'],
  goods: ['物品', '货物', 'goods'],
  both: ['是', '全部', 'yes', 'all'],
  none: ['否', '无', 'no', 'none'],
};

/** `12`, `12F`, `L12`, `12 层`; below ground `B1`, `-1`, `负1层`. */
export const FLOOR = /^(?:(?<below>b|-|负|地下)|l|f)?\s*(?<number>\d{1,3})\s*(?:f|层|楼)?$/i;

/** A row as the template shows it. */
export const EXAMPLE: Readonly<Record<ImportColumn, string>> = {
  ...{ code: 'A-0101', building: 'A', floor: '1', room: '0101', kind: '办公', tenant: '示例科技有限公司' },
  ...{
    tenantEn: 'Example Technology Ltd',
    shortName: '示例科技',
    tenantPhone: '021-00000000',
    status: '在驻',
  },
  emergencyContacts: '张示例 13800000000；李示例 13900000000',
  ...{ instructions: '请先致电前台', mailInstructions: '函件放前台', notes: '', contact: '张示例' },
  ...{ contactPhone: '13800000000', authorises: '钥匙、物品' },
};
