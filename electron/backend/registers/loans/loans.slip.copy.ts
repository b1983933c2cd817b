// The words on a loan slip and on an item's tag, in both languages.

interface LoanSlipWords {
  readonly title: string;
  readonly phone: string;
  readonly from: string;
  readonly items: string;
  readonly with: string;
  readonly lentAt: string;
  readonly due: string;
  readonly deposit: string;
  readonly remarks: string;
  readonly signature: string;
  readonly giveBack: string;
  readonly lossPrice: (yuan: string) => string;
  readonly separator: string;
}

export const loanSlipWords: Readonly<Record<'zh-CN' | 'en', LoanSlipWords>> = {
  'zh-CN': {
    title: '物品借用单',
    phone: '电话',
    from: '单位',
    items: '物品',
    with: '配件',
    lentAt: '借出时间',
    due: '应还时间',
    deposit: '押金',
    remarks: '备注',
    signature: '借用人签字',
    giveBack: '用完请交回任一服务台',
    lossPrice: (yuan) => `遗失照价赔偿 ${yuan} 元`,
    separator: '、',
  },
  en: {
    title: 'Loan slip',
    phone: 'Phone',
    from: 'From',
    items: 'Items',
    with: 'With',
    lentAt: 'Lent',
    due: 'Due',
    deposit: 'Deposit',
    remarks: 'Remarks',
    signature: 'Signed',
    giveBack: 'Please return to any desk',
    lossPrice: (yuan) => `Price if lost: CNY ${yuan}`,
    separator: ', ',
  },
};
