// The words on a key loan slip 钥匙借用单, in both languages.
import type { KeyLoanKind } from '../../../api/key-states.ts';

interface KeySlipWords {
  readonly titles: Readonly<Record<KeyLoanKind, string>>;
  readonly from: string;
  readonly phone: string;
  readonly authorisedBy: string;
  readonly purpose: string;
  readonly lentAt: string;
  readonly due: string;
  readonly forGood: string;
  readonly pieces: (count: number) => string;
  readonly signature: string;
  readonly giveBack: string;
  /** On the label of a tag, which names no place that a finder could walk into. */
  readonly tagFound: string;
}

export const keySlipWords: Readonly<Record<'zh-CN' | 'en', KeySlipWords>> = {
  'zh-CN': {
    titles: { lent: '钥匙借用单', issued: '钥匙领用单', emergency: '钥匙借用单（紧急）' },
    from: '单位',
    phone: '电话',
    authorisedBy: '授权人',
    purpose: '用途',
    lentAt: '借出时间',
    due: '应还时间',
    forGood: '长期领用',
    pieces: (count) => `${count} 把`,
    signature: '借用人签字',
    giveBack: '用毕请交回服务台',
    tagFound: '拾到请交物业服务台',
  },
  en: {
    titles: { lent: 'Key loan slip', issued: 'Key issue slip', emergency: 'Key loan slip (emergency)' },
    from: 'From',
    phone: 'Phone',
    authorisedBy: 'Authorised by',
    purpose: 'Purpose',
    lentAt: 'Lent',
    due: 'Due',
    forGood: 'Issued for good',
    pieces: (count) => (count === 1 ? '1 key' : `${count} keys`),
    signature: 'Borrower’s signature',
    giveBack: 'Please return to the desk',
    tagFound: 'Found? Please hand it in at the desk',
  },
};
