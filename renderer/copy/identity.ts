// Words about identity documents and the cards that a reader reads.
import type { Words } from './words.ts';

export const identity = {
  'documentType.residentId': { 'zh-CN': '居民身份证', en: 'Resident ID card' },
  'documentType.foreignerPermanentResidence': {
    'zh-CN': '外国人永久居留身份证',
    en: 'Foreign permanent resident ID',
  },
  'documentType.hmtResidencePermit': {
    'zh-CN': '港澳台居民居住证',
    en: 'HK, Macao, Taiwan residence permit',
  },
  'documentType.hongKongMacaoPermit': { 'zh-CN': '港澳居民来往内地通行证', en: 'HK and Macao travel permit' },
  'documentType.taiwanPermit': { 'zh-CN': '台湾居民来往大陆通行证', en: 'Taiwan travel permit' },
  'documentType.passport': { 'zh-CN': '护照', en: 'Passport' },
  'documentType.policeCard': { 'zh-CN': '人民警察证', en: 'Police card' },
  'documentType.militaryCard': { 'zh-CN': '军官证', en: 'Military officer card' },
  'documentType.drivingLicence': { 'zh-CN': '驾驶证', en: 'Driving licence' },
  'documentType.workCard': { 'zh-CN': '工作证', en: 'Work card' },
  'documentType.electronicId': { 'zh-CN': '电子身份凭证', en: 'Electronic ID' },
  'documentType.other': { 'zh-CN': '其他证件', en: 'Other document' },
  'documentType.none': { 'zh-CN': '无证件（被访人接领）', en: 'None (host vouches)' },
  'sex.unknown': { 'zh-CN': '未知', en: 'Unknown' },
  'sex.male': { 'zh-CN': '男', en: 'Male' },
  'sex.female': { 'zh-CN': '女', en: 'Female' },
  'sex.notStated': { 'zh-CN': '未说明', en: 'Not stated' },
  'card.title': { 'zh-CN': '证件核对', en: 'Compare with the card' },
  'card.notKept': { 'zh-CN': '仅供核对，不保存', en: 'For comparison only, not kept' },
  'card.sex': { 'zh-CN': '性别', en: 'Sex' },
  'card.birthDate': { 'zh-CN': '出生日期', en: 'Date of birth' },
  'card.address': { 'zh-CN': '住址', en: 'Address' },
  'card.englishName': { 'zh-CN': '英文姓名', en: 'English name' },
  'card.nationality': { 'zh-CN': '国籍', en: 'Nationality' },
  'card.validTo': { 'zh-CN': '有效期至', en: 'Valid until' },
  'card.longTerm': { 'zh-CN': '长期', en: 'No end' },
  'card.expired': { 'zh-CN': '证件已过期，请核实', en: 'The document has expired: please check' },
  'card.nameFlag.blank': {
    'zh-CN': '卡上姓名有空缺，请核对并补全',
    en: 'The card leaves part of the name blank: check and type it',
  },
  'card.nameFlag.privateUse': {
    'zh-CN': '卡上姓名含生僻字，请核对并补全',
    en: 'The name holds a rare character the card cannot give: check and type it',
  },
  'card.nameFlag.cutAt15': {
    'zh-CN': '卡上姓名可能被截断，请核对并补全',
    en: 'The card may have cut the name: check and complete it',
  },
  'card.differs': {
    'zh-CN': '与登记的不同：卡上为 {{value}}',
    en: 'Differs from what is entered: the card says {{value}}',
  },
  'card.keep': { 'zh-CN': '保留原来的', en: 'Keep what stands here' },
  'card.use': { 'zh-CN': '采用卡上信息', en: 'Use what the card says' },
  'cardRefused.UNKNOWN_LAYOUT': {
    'zh-CN': '不认识这种证件。未读取任何内容，请手工登记。',
    en: 'This kind of card is not known. Nothing was read: please type it.',
  },
  'cardRefused.AUTHENTICATION': {
    'zh-CN': '证件验证未通过。请重新放卡；仍不行请核对证件真伪。',
    en: 'The card did not authenticate. Put it down again; if it stays so, check that it is genuine.',
  },
  'cardRefused.WRONG_CARD_TYPE': {
    'zh-CN': '这不是身份证件，请换卡或手工登记。',
    en: 'This is not an identity card: use another or type it.',
  },
  'cardRefused.MOVED': {
    'zh-CN': '卡移开得太早，请重新放卡。',
    en: 'The card was moved too early: put it down again.',
  },
  'cardRefused.BAD_FRAME': {
    'zh-CN': '读卡数据不完整，已丢弃。请重新放卡。',
    en: 'The reading was incomplete and dropped: put the card down again.',
  },
  'cardRefused.CHECK_DIGIT': {
    'zh-CN': '卡上号码校验不符，已丢弃。请核对证件并手工登记。',
    en: 'The number on the card fails its check and was dropped: look at the card and type it.',
  },
  'cardRefused.SAM_FAULT': {
    'zh-CN': '读卡器安全模块故障，请手工登记并联系管理员。',
    en: "The reader's security module has a fault: type it and call your admin.",
  },
  'cardRefused.OTHER': {
    'zh-CN': '未能读卡，请重新放卡或手工登记。',
    en: 'The card could not be read: try again or type it.',
  },
} satisfies Words;
