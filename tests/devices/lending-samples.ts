// Every paper that leaves with a key or a borrowed thing, of invented people and things, in both languages.
import type { Language } from '../../electron/api/boot.ts';
import type { Slip } from '../../electron/backend/devices/printer/slip.ts';
import { NOT_FOLLOWED } from '../../electron/backend/lending/follow-up.fold.ts';
import { keyTagLabel } from '../../electron/backend/registers/keys/key-tag.slip.ts';
import type { KeyLoan } from '../../electron/backend/registers/keys/key-loans.fold.ts';
import { keyLoanSlip } from '../../electron/backend/registers/keys/keys.slip.ts';
import type { LoanItem, LoanType } from '../../electron/backend/registers/loans/items.fold.ts';
import type { Loan } from '../../electron/backend/registers/loans/loans.fold.ts';
import { itemTag, loanSlip } from '../../electron/backend/registers/loans/loans.slip.ts';
import { createCalendar } from '../../electron/backend/shared/clock.ts';
import { makeScanCode } from '../../electron/backend/shared/scan-code.ts';

export const LENDING_CODES = {
  keyLoan: makeScanCode('keyLoan', '0421160401873'),
  keyTag: makeScanCode('keyTag', '0000000000017'),
  loan: makeScanCode('loan', '0421160401874'),
  loanItem: makeScanCode('loanItem', '0000000000018'),
} as const;

export const BORROWER_PHONE = '13800000001';

const LENT_AT = Date.UTC(2026, 10, 21, 1, 30);
const HOUR_MS = 3_600_000;

function keyLoan(zh: boolean): KeyLoan {
  return {
    ...{ number: 'K-L1-261121-0001', state: 'open', kind: 'lent', desk: 'L1', day: '2026-11-21', clock: 1 },
    ...{ borrower: 7, borrowerPhone: BORROWER_PHONE },
    borrowerName: zh ? '䶮𬱖·买买提' : 'Zoë O’Testa-Muñoz',
    borrowerFrom: zh ? '云帆机电设备安装工程有限公司' : 'Yunfan Mechanical and Electrical Installation Co.',
    ...{ authorisedBy: 8, authorisedByName: zh ? '测试乙' : 'Testbeta Li' },
    purpose: zh ? '检修 3 至 12 层弱电间的交换机' : 'Switches in the service rooms on floors 3 to 12',
    ...{ remarks: null, lines: [], lentAt: LENT_AT, dueAt: LENT_AT + 4 * HOUR_MS, returnedAt: null },
    ...{ slipCode: LENDING_CODES.keyLoan, slipPrints: 0, signed: false, followUps: NOT_FOLLOWED },
    ...{ broughtBy: null, bars: [], overrideReason: null },
  };
}

function loan(zh: boolean): Loan {
  return {
    ...{ number: 'L-L1-261121-0007', state: 'open', desk: 'L1', day: '2026-11-21', clock: 1 },
    ...{ borrower: 7, formerBorrowers: [], borrowerPhone: BORROWER_PHONE },
    borrowerName: zh ? '欧阳测试' : 'Testgamma Wang',
    borrowerFrom: zh ? 'A 座 1203 云栖测试有限公司' : 'Tower A 1203, Yunqi Test Co.',
    ...{ lines: [], lentAt: LENT_AT, dueAt: LENT_AT + 24 * HOUR_MS, returnedAt: null },
    ...{ slipCode: LENDING_CODES.loan, slipPrints: 0, waived: null, bars: [], lastReturn: null },
    ...{
      remarks: zh ? '送老人就医' : 'Takes a parent to the doctor',
      followUps: NOT_FOLLOWED,
      signed: false,
    },
  };
}

const TYPE: LoanType = {
  ...{ nameZh: '轮椅', nameEn: 'Wheelchair', tracking: 'asset', prefix: 'LY', rainGear: false },
  ...{ depositFen: 50_000, loanHours: 24, idAsked: true, lossPriceFen: 120_000, least: 1 },
  ...{ restMinutes: 0, restAlways: false, dailyCheck: true, withdrawn: false, clock: 1 },
  accessories: ['脚踏板', '坐垫', '安全带'],
};
const UMBRELLA: LoanType = {
  ...TYPE,
  ...{ nameZh: '长柄雨伞', nameEn: 'Long umbrella', tracking: 'count', prefix: 'YS', rainGear: true },
  ...{ depositFen: 0, lossPriceFen: 4_950, idAsked: false, accessories: [] },
};
const WHEELCHAIR: LoanItem = {
  ...{ type: 1, asset: 'LY-001', tagCode: LENDING_CODES.loanItem, rfid: null, state: 'available' },
  ...{ desk: 'L1', until: null, remark: null, reason: null, checkedOn: null, clock: 1 },
};

/** The papers by what they are. */
export function lendingSamples(language: Language): Readonly<Record<string, Slip>> {
  const zh = language === 'zh-CN';
  const place = {
    property: zh ? '云栖国际中心' : 'Yunqi International Center',
    desk: zh ? '一层大堂' : 'Lobby, 1st floor',
    ...{ header: '', footer: '', sample: false, calendar: createCalendar('Asia/Shanghai') },
  };
  const keys = [
    { code: 'B1-1030', name: zh ? '3 层弱电间' : 'Service room, floor 3', pieces: 2 },
    { code: 'B1-1120', name: zh ? '12 层弱电间' : 'Service room, floor 12', pieces: 1 },
    { code: 'A-0007', name: null, pieces: 1 },
  ];
  const lines = [
    { type: TYPE, asset: WHEELCHAIR.asset, count: 1 },
    { type: UMBRELLA, asset: null, count: 2 },
  ];
  const deposits = [{ number: 'D-L1-261121-0001', amountFen: 50_000 }];
  const first = { language, reprint: 0 };
  return {
    keys: keyLoanSlip(keyLoan(zh), keys, place, first),
    keysAgain: keyLoanSlip(keyLoan(zh), keys, place, { language, reprint: 1 }),
    issued: keyLoanSlip({ ...keyLoan(zh), kind: 'issued', dueAt: null }, keys, place, first),
    emergency: keyLoanSlip({ ...keyLoan(zh), kind: 'emergency' }, keys, place, first),
    keyTag: keyTagLabel({ code: 'B1-1030', tag: LENDING_CODES.keyTag }, place, language),
    things: loanSlip(loan(zh), { lines, deposits }, place, language, 0),
    item: itemTag(WHEELCHAIR, TYPE, place, language),
  };
}
