// The words on receipts 押金收据, refund slips 退款单, damages slips 赔偿单 and the statement of a lost receipt.
import type { DeductionKind, PayMethod } from '../../../api/deposit-states.ts';

interface DepositWords {
  readonly receipt: string;
  readonly refund: string;
  readonly damages: string;
  readonly lost: string;
  readonly customerCopy: string;
  readonly deskCopy: string;
  readonly number: string;
  readonly loan: string;
  readonly payer: string;
  readonly phone: string;
  readonly items: string;
  readonly method: string;
  readonly reference: string;
  readonly takenAt: string;
  readonly settledAt: string;
  /** Null where amounts are written in digits only. */
  readonly inCapitals: string | null;
  readonly deposit: string;
  readonly kept: string;
  readonly refunded: string;
  readonly pending: string;
  readonly shortfall: string;
  readonly proxy: string;
  readonly signature: string;
  readonly date: string;
  readonly staff: string;
  readonly keepReceipt: string;
  readonly pendingNote: string;
  readonly billNote: string;
  readonly lostStatement: (number: string) => string;
  readonly methods: Readonly<Record<PayMethod, string>>;
  readonly deductions: Readonly<Record<DeductionKind, string>>;
}

export const depositWords: Readonly<Record<'zh-CN' | 'en', DepositWords>> = {
  'zh-CN': {
    receipt: '押金收据',
    refund: '退款单',
    damages: '赔偿单',
    lost: '收据遗失声明',
    customerCopy: '客户联',
    deskCopy: '存根联',
    number: '收据编号',
    loan: '借用单号',
    payer: '交款人',
    phone: '电话',
    items: '借用物品',
    method: '收款方式',
    reference: '支付单号',
    takenAt: '收款时间',
    settledAt: '退款时间',
    inCapitals: '大写',
    deposit: '押金',
    kept: '扣款合计',
    refunded: '实退金额',
    pending: '待原路退款',
    shortfall: '应补金额',
    proxy: '代领人',
    signature: '客户签字',
    date: '日期',
    staff: '经办人',
    keepReceipt: '请妥善保管，凭此联退还押金',
    pendingNote: '由财务原路退回付款账户',
    billNote: '请凭本单到财务补交差额',
    lostStatement: (number) =>
      `本人已遗失编号为 ${number} 的押金收据，现声明作废。押金已由本人领取，如日后因该收据产生纠纷，由本人承担责任。`,
    methods: { cash: '现金', wechat: '微信支付', alipay: '支付宝', card: '银行卡' },
    deductions: { loss: '丢失赔偿', repair: '维修费', cleaning: '清洁费', other: '其他' },
  },
  en: {
    receipt: 'Deposit receipt',
    refund: 'Refund slip',
    damages: 'Damages slip',
    lost: 'Lost receipt statement',
    customerCopy: 'Customer copy',
    deskCopy: 'Desk copy',
    number: 'Receipt no.',
    loan: 'Loan no.',
    payer: 'Paid by',
    phone: 'Phone',
    items: 'Items',
    method: 'Paid in',
    reference: 'Payment ref.',
    takenAt: 'Received',
    settledAt: 'Settled',
    inCapitals: null,
    deposit: 'Deposit',
    kept: 'Deducted',
    refunded: 'Refunded',
    pending: 'Refund to follow',
    shortfall: 'Still to pay',
    proxy: 'Collected by',
    signature: 'Signature',
    date: 'Date',
    staff: 'Staff',
    keepReceipt: 'Keep this copy: the deposit is paid back against it',
    pendingNote: 'Finance returns it the way it was paid',
    billNote: 'Please pay the difference to finance against this slip',
    lostStatement: (number) =>
      `I have lost deposit receipt ${number} and declare it void. I have received the deposit myself and answer for any claim that may be made with that receipt.`,
    methods: { cash: 'Cash', wechat: 'WeChat Pay', alipay: 'Alipay', card: 'Card' },
    deductions: { loss: 'Loss', repair: 'Repair', cleaning: 'Cleaning', other: 'Other' },
  },
};
