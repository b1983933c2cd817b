// Words about staff: signing in, roles.
import type { Words } from './words.ts';

export const people = {
  signIn: { 'zh-CN': '登录', en: 'Sign in' },
  lock: { 'zh-CN': '锁定', en: 'Lock' },
  welcome: { 'zh-CN': '员工登录', en: 'Staff sign-in' },
  signInHint: {
    'zh-CN': '刷工卡，或输入员工号和PIN，即可当班；填写到一半的内容会保留。',
    en: 'A badge, or staff number and PIN, starts your turn; what is half typed stays.',
  },
  number: { 'zh-CN': '员工号', en: 'Staff number' },
  pin: { 'zh-CN': 'PIN', en: 'PIN' },
  numberNeeded: { 'zh-CN': '请输入员工号', en: 'Enter the staff number' },
  pinShape: { 'zh-CN': 'PIN为4至12位数字', en: 'A PIN has 4 to 12 digits' },
  refused: { 'zh-CN': '员工号或PIN不正确', en: 'Staff number or PIN is wrong' },
  wait: {
    'zh-CN': '错误次数过多，请在 {{seconds}} 秒后再试',
    en: 'Too many failures: try again in {{seconds}} s',
  },
  samplePin: {
    'zh-CN': '样例PIN只能用于样例项目，请主管重设PIN',
    en: 'Sample PINs open the sample property only: have a supervisor reset it',
  },
  sampleHint: {
    'zh-CN': '样例项目：员工号 1001 客服员、2001 主管、9001 管理员，PIN 均为 246810',
    en: 'Sample property: staff 1001 receptionist, 2001 supervisor, 9001 admin, all with PIN 246810',
  },
  badgeUnknown: {
    'zh-CN': '这张卡没有登记给任何在职员工。请输入员工号和PIN，或请主管在“设置 - 员工”中登记工卡。',
    en: 'This badge belongs to nobody who works here. Use staff number and PIN, or have a supervisor register it under Settings, Staff.',
  },
  badgeWait: {
    'zh-CN': '刷卡已暂停 {{seconds}} 秒，请输入员工号和PIN；本人被锁定的请找主管解除。',
    en: 'Badges are not read for {{seconds}} s: use staff number and PIN; a supervisor releases who is locked out.',
  },
  standsIn: {
    'zh-CN': '您属于 {{desk}} 服务台，没有安排到本台顶岗。可以照常当班；已记录，24小时内由主管补签。',
    en: 'You belong to desk {{desk}} and were not lent to this one. Work on: it is noted, and a supervisor signs for it within 24 hours.',
  },
  'role.receptionist': { 'zh-CN': '客服员', en: 'Receptionist' },
  'role.butler': { 'zh-CN': '楼层管家', en: 'Floor butler' },
  'role.guard': { 'zh-CN': '安防岗', en: 'Guard' },
  'role.clerk': { 'zh-CN': '文员', en: 'Clerk' },
  'role.supervisor': { 'zh-CN': '主管', en: 'Supervisor' },
  'role.admin': { 'zh-CN': '管理员', en: 'Admin' },
} satisfies Words;
