// Words of the spreadsheet that units, tenants and contacts come in.
import type { Words } from './words.ts';

export const placesImport = {
  units: { 'zh-CN': '单元', en: 'Units' },
  tenants: { 'zh-CN': '业户', en: 'Tenants' },
  contacts: { 'zh-CN': '联系人', en: 'Contacts' },
  importTitle: { 'zh-CN': '从表格导入', en: 'Import a spreadsheet' },
  importHint: {
    'zh-CN':
      'XLSX 或 CSV，最多 5000 行：每行一个单元及其业户、一位联系人。先预览，全部正确才写入；留空的格不改动原有内容。',
    en: 'XLSX or CSV, 5,000 rows at most: each a unit with its tenant and one contact. It is looked at first and taken in only when every row is right; blank cells change nothing.',
  },
  templateFile: { 'zh-CN': '单元业户导入模板', en: 'units-and-tenants-template' },
  'fault.notFloor': { 'zh-CN': '楼层应为数字，地下如 B1', en: 'A floor is a number, B1 below ground' },
  'fault.notCallees': {
    'zh-CN': '应为“姓名 电话；姓名 电话”，最多 5 位',
    en: 'Write "name phone; name phone", five at most',
  },
  'fault.severalOnFile': {
    'zh-CN': '已有多个同名，无法确定是哪一个',
    en: 'Several of this name are on file',
  },
  'fault.vacantLet': { 'zh-CN': '空置和机房不能有业户', en: 'Nobody rents what is vacant or plant' },
  'fault.moveOut': {
    'zh-CN': '退租请在业户资料里办理，退租业户不能有单元',
    en: 'Moving out is done in the tenant’s details; who left rents no unit',
  },
  'column.code': { 'zh-CN': '单元编号', en: 'Unit' },
  'column.building': { 'zh-CN': '楼栋', en: 'Building' },
  'column.floor': { 'zh-CN': '楼层', en: 'Floor' },
  'column.room': { 'zh-CN': '房号', en: 'Room' },
  'column.kind': { 'zh-CN': '类型', en: 'Type' },
  'column.tenant': { 'zh-CN': '业户名称', en: 'Tenant' },
  'column.tenantEn': { 'zh-CN': '业户英文名', en: 'Tenant (English)' },
  'column.shortName': { 'zh-CN': '简称', en: 'Short name' },
  'column.tenantPhone': { 'zh-CN': '业户电话', en: 'Tenant phone' },
  'column.status': { 'zh-CN': '状态', en: 'Status' },
  'column.emergencyContacts': { 'zh-CN': '紧急联系人', en: 'Emergency contacts' },
  'column.instructions': { 'zh-CN': '业户要求', en: 'Standing instructions' },
  'column.mailInstructions': { 'zh-CN': '邮件要求', en: 'Mail instructions' },
  'column.notes': { 'zh-CN': '备注', en: 'Notes' },
  'column.contact': { 'zh-CN': '联系人', en: 'Contact' },
  'column.contactPhone': { 'zh-CN': '联系人电话', en: 'Contact phone' },
  'column.authorises': { 'zh-CN': '可授权', en: 'May authorise' },
} satisfies Words;
