// Every paper of a deposit, of invented people and things, in both languages.
import type { Language } from '../../electron/api/boot.ts';
import type { Slip } from '../../electron/backend/devices/printer/slip.ts';
import { handInSlip } from '../../electron/backend/registers/loans/cash.slip.ts';
import type { CashMove } from '../../electron/backend/registers/loans/cash.fold.ts';
import type { Deposit, Settlement } from '../../electron/backend/registers/loans/deposits.fold.ts';
import {
  depositReceipt,
  depositRefund,
  lostReceiptStatement,
  type DepositSlipParts,
} from '../../electron/backend/registers/loans/deposits.slip.ts';
import { createCalendar } from '../../electron/backend/shared/clock.ts';
import { makeScanCode } from '../../electron/backend/shared/scan-code.ts';

export const DEPOSIT_CODE = makeScanCode('deposit', '0421160401873');

const TAKEN_AT = Date.UTC(2026, 10, 21, 1, 30);

const SETTLEMENT: Settlement = {
  ...{
    desk: 'L1',
    at: TAKEN_AT + 3_600_000,
    refundFen: 50_000,
    shortfallFen: 0,
    pending: false,
    deductions: [],
  },
  ...{ proof: 'receipt', verifiedBy: null, proxyName: null, proxyPhone: null },
};

function sampleDeposit(language: Language): Deposit {
  const zh = language === 'zh-CN';
  return {
    ...{
      number: 'D-L1-261121-0001',
      code: DEPOSIT_CODE,
      loan: 7,
      state: 'held',
      desk: 'L1',
      day: '2026-11-21',
    },
    ...{ clock: 1, method: 'cash', amountFen: 50_000, takenAt: TAKEN_AT, payerPhone: '13800000001' },
    ...{ payerName: zh ? '䶮𬱖·买买提' : 'Zoë O’Testa-Muñoz', reference: null },
    items: zh ? '轮椅 LY-001、长柄雨伞 ×2' : 'Wheelchair LY-001, Long umbrella ×2',
    ...{ unsettled: 'held', unclaimedAt: null, voidedAtDesks: [], settlements: [], payments: [] },
    ...{ reversedFen: 0, reversedShortfallFen: 0, receiptPrints: 1, refundPrints: 0, signed: false },
    ...{ offeredFen: 0, shortfallPayments: [], shortfallPaidFen: 0 },
    ...{ refundedFen: 0, deductedFen: 0, pendingFen: 0, shortfallFen: 0 },
  };
}

/** The papers by what they are. */
export function depositSamples(language: Language): Readonly<Record<string, Slip>> {
  const deposit = sampleDeposit(language);
  const zh = language === 'zh-CN';
  const parts: DepositSlipParts = {
    ...{ language, reprint: 0, loanNumber: 'L-L1-261121-0007' },
    place: {
      property: zh ? '云栖国际中心' : 'Yunqi International Center',
      desk: zh ? '一层大堂' : 'Lobby, 1st floor',
      ...{ header: '', footer: '', sample: false, calendar: createCalendar('Asia/Shanghai') },
    },
  };
  const broken = {
    kind: 'repair',
    what: zh ? '右侧扶手断裂' : 'Right armrest broken',
    amountFen: 12_050,
  } as const;
  const dirty = { kind: 'cleaning', what: null, amountFen: 3000 } as const;
  const lost = { kind: 'loss', what: zh ? '轮椅 LY-001' : 'Wheelchair LY-001', amountFen: 120_000 } as const;
  const proxy = {
    proxyName: zh ? '测试乙' : 'Testbeta Li',
    proxyPhone: '13900000002',
    proof: 'proxy',
  } as const;
  const handedIn: CashMove = {
    ...{ kind: 'handedIn', desk: 'L1', day: '2026-11-21', clock: 9, method: 'cash', amountFen: 86_000 },
    ...{ at: TAKEN_AT, receiver: zh ? '测试财务' : 'Testfinance Wu', deposits: 2, takenBack: false },
  };
  const wechat = { ...deposit, method: 'wechat', reference: '4200001234202611210000000001' } as const;
  return {
    customer: depositReceipt(deposit, 'customer', parts),
    desk: depositReceipt(wechat, 'desk', parts),
    again: depositReceipt(deposit, 'customer', { ...parts, reprint: 2 }),
    refund: depositRefund(deposit, { ...SETTLEMENT, ...proxy }, parts),
    pending: depositRefund(wechat, { ...SETTLEMENT, pending: true }, parts),
    kept: depositRefund(deposit, { ...SETTLEMENT, refundFen: 34_950, deductions: [broken, dirty] }, parts),
    bill: depositRefund(
      deposit,
      { ...SETTLEMENT, refundFen: 0, shortfallFen: 70_000, deductions: [lost] },
      parts,
    ),
    handIn: handInSlip(handedIn, 'finance', parts),
    handInDesk: handInSlip({ ...handedIn, deposits: 0 }, 'desk', parts),
    lostReceipt: lostReceiptStatement(
      deposit,
      { ...SETTLEMENT, proof: 'receiptLost', verifiedBy: 'document' },
      parts,
    ),
  };
}
