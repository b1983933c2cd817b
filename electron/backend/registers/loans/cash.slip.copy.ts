// The words on the slip that finance signs for money of a till 缴款单, beside those that all papers of money have alike.
interface CashSlipWords {
  readonly title: string;
  readonly financeCopy: string;
  readonly method: string;
  readonly at: string;
  readonly receiver: string;
  /** Unclaimed deposits that are handed over with it, and how many. */
  readonly deposits: string;
  readonly countOf: (deposits: number) => string;
  readonly amount: string;
  readonly handedBy: string;
  readonly receivedBy: string;
}

export const cashSlipWords: Readonly<Record<'zh-CN' | 'en', CashSlipWords>> = {
  'zh-CN': {
    title: '缴款单',
    financeCopy: '财务联',
    method: '缴款方式',
    at: '缴款时间',
    receiver: '财务接收人',
    deposits: '无人领取押金',
    countOf: (deposits) => `${deposits} 笔`,
    amount: '缴款金额',
    handedBy: '缴款人签字',
    receivedBy: '接收人签字',
  },
  en: {
    title: 'Hand-in slip',
    financeCopy: 'Finance copy',
    method: 'Handed in as',
    at: 'Handed in',
    receiver: 'Received by',
    deposits: 'Unclaimed deposits',
    countOf: String,
    amount: 'Amount',
    handedBy: 'Handed in by',
    receivedBy: 'Received by',
  },
};
