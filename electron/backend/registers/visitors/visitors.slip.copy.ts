// The words on a visitor's pass, in both languages.
import type { DocumentType } from '../../../api/identity.ts';
import type { Purpose } from '../../../api/visit-states.ts';

interface PassWords {
  readonly title: string;
  readonly document: string;
  readonly company: string;
  readonly visiting: string;
  readonly host: string;
  readonly purpose: string;
  readonly children: string;
  readonly validUntil: string;
  readonly escorted: string;
  readonly giveBack: string;
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly documents: Readonly<Record<DocumentType, string>>;
}

export const passWords: Readonly<Record<'zh-CN' | 'en', PassWords>> = {
  'zh-CN': {
    title: '访客出入证',
    document: '证件',
    company: '来访单位',
    visiting: '到访单元',
    host: '被访人',
    purpose: '事由',
    children: '随行儿童',
    validUntil: '有效至',
    escorted: '须陪同',
    giveBack: '离开时请交回',
    purposes: {
      visit: '拜访',
      interview: '面试',
      delivery: '送货',
      works: '施工',
      repair: '维修',
      tour: '参观',
      meeting: '会议',
      official: '公务',
      other: '其他',
    },
    documents: {
      residentId: '居民身份证',
      foreignerPermanentResidence: '外国人永久居留身份证',
      hmtResidencePermit: '港澳台居民居住证',
      hongKongMacaoPermit: '港澳居民来往内地通行证',
      taiwanPermit: '台湾居民来往大陆通行证',
      passport: '护照',
      policeCard: '人民警察证',
      militaryCard: '军官证',
      drivingLicence: '驾驶证',
      workCard: '工作证',
      electronicId: '电子身份凭证',
      other: '其他证件',
      none: '无证件',
    },
  },
  en: {
    title: 'Visitor pass',
    document: 'Document',
    company: 'Company',
    visiting: 'Visiting',
    host: 'Host',
    purpose: 'Purpose',
    children: 'Children',
    validUntil: 'Valid until',
    escorted: 'Must be escorted',
    giveBack: 'Please return to the desk',
    purposes: {
      visit: 'Visit',
      interview: 'Interview',
      delivery: 'Delivery',
      works: 'Works',
      repair: 'Repair',
      tour: 'Tour',
      meeting: 'Meeting',
      official: 'Official',
      other: 'Other',
    },
    documents: {
      residentId: 'Resident ID',
      foreignerPermanentResidence: 'Foreigner’s residence card',
      hmtResidencePermit: 'HMT residence permit',
      hongKongMacaoPermit: 'HK/Macao travel permit',
      taiwanPermit: 'Taiwan travel permit',
      passport: 'Passport',
      policeCard: 'Police card',
      militaryCard: 'Military card',
      drivingLicence: 'Driving licence',
      workCard: 'Work card',
      electronicId: 'Electronic ID',
      other: 'Other document',
      none: 'No document',
    },
  },
};
