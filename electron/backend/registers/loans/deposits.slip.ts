// The papers of a deposit as documents: receipt in two copies, refund or damages slip, lost receipt statement.
import type { Language } from '../../../api/boot.ts';
import {
  field,
  pair,
  rule,
  scanCode,
  slip,
  space,
  text,
  type Slip,
  type SlipLine,
} from '../../devices/printer/slip.ts';
import {
  filledFields,
  localMinute,
  signatureLine,
  slipDesk,
  slipFoot,
  slipHead,
  slipNumber,
} from '../../places/slip-parts.ts';
import type { SlipPlace } from '../../places/slip-place.ts';
import { capitalYuan, yuanText } from './deposits.capitals.rules.ts';
import type { Deposit, Settlement } from './deposits.fold.ts';
import { depositWords } from './deposits.slip.copy.ts';

/** What a slip says besides the deposit itself. */
export interface DepositSlipParts {
  readonly place: SlipPlace;
  readonly language: Language;
  /** How often it was printed before. */
  readonly reprint: number;
  readonly loanNumber: string | null;
}

/** The receipt; the desk's copy is marked and carries no code: the customer's is what is scanned. */
export function depositReceipt(
  deposit: Deposit,
  copy: 'customer' | 'desk',
  { place, language, reprint, loanNumber }: DepositSlipParts,
): Slip {
  const words = depositWords[language];
  const customer = copy === 'customer';
  return slip(
    language,
    slipHead(place, words.receipt, language),
    text(customer ? words.customerCopy : words.deskCopy, { align: 'center' }),
    rule(),
    filledFields([
      [words.payer, deposit.payerName],
      [words.phone, deposit.payerPhone],
      [words.items, deposit.items],
      [words.loan, loanNumber],
      [words.method, words.methods[deposit.method]],
      [words.reference, deposit.reference],
      [words.takenAt, localMinute(deposit.takenAt, place)],
    ]),
    rule(),
    amountLines(words.deposit, deposit.amountFen, language),
    rule(),
    slipNumber(deposit.number, place, language, reprint),
    customer
      ? [scanCode(deposit.code), space(), text(words.keepReceipt, { bold: true, align: 'center' })].flat()
      : [space(), signatureLine(words.staff, language), space(), signatureLine(words.payer, language)],
    slipFoot(place),
  );
}

/** What was given back and what was kept: 赔偿单 where anything was kept, else 退款单. */
export function depositRefund(
  deposit: Deposit,
  settlement: Settlement,
  { place, language, reprint, loanNumber }: DepositSlipParts,
): Slip {
  const words = depositWords[language];
  const { deductions, refundFen, shortfallFen, pending } = settlement;
  const keptFen = deductions.reduce((sum, item) => sum + item.amountFen, 0);
  return slip(
    language,
    slipHead(place, deductions.length > 0 ? words.damages : words.refund, language),
    rule(),
    filledFields([
      [words.number, deposit.number],
      [words.loan, loanNumber],
      [words.payer, deposit.payerName],
      [words.proxy, [settlement.proxyName, settlement.proxyPhone].filter(Boolean).join(' ') || null],
      [words.items, deposit.items],
      [words.method, words.methods[deposit.method]],
      [words.settledAt, localMinute(settlement.at, place)],
    ]),
    rule(),
    pair(words.deposit, money(deposit.amountFen)),
    deductions.map((item) =>
      pair([words.deductions[item.kind], item.what].filter(Boolean).join(' '), money(-item.amountFen)),
    ),
    deductions.length > 1 ? pair(words.kept, money(-keptFen)) : [],
    rule(),
    shortfallFen > 0
      ? amountLines(words.shortfall, shortfallFen, language)
      : amountLines(pending ? words.pending : words.refunded, refundFen, language),
    pending ? text(words.pendingNote) : [],
    shortfallFen > 0 ? text(words.billNote) : [],
    rule(),
    signatureLine(words.signature, language),
    space(),
    signatureLine(words.staff, language),
    space(),
    slipDesk(place, language, reprint),
    slipFoot(place),
  );
}

/** What the payer signs who was paid without the receipt 收据遗失声明. */
export function lostReceiptStatement(
  deposit: Deposit,
  settlement: Settlement,
  { place, language, reprint }: DepositSlipParts,
): Slip {
  const words = depositWords[language];
  return slip(
    language,
    slipHead(place, words.lost, language),
    rule(),
    text(words.lostStatement(deposit.number)),
    space(),
    filledFields([
      [words.payer, deposit.payerName],
      [words.phone, deposit.payerPhone],
      [words.items, deposit.items],
      [words.deposit, money(deposit.amountFen)],
      [words.settledAt, localMinute(settlement.at, place)],
    ]),
    rule(),
    signatureLine(words.signature, language),
    space(),
    signatureLine(words.date, language),
    space(),
    slipDesk(place, language, reprint),
    slipFoot(place),
  );
}

/** In digits, and in capitals where the paper is Chinese: that is the amount that counts. */
export function amountLines(label: string, fen: number, language: Language): SlipLine[] {
  const { inCapitals } = depositWords[language];
  const digits = pair(label, money(fen));
  return inCapitals === null ? [digits] : [digits, field(inCapitals, capitalYuan(fen), { bold: true })];
}

function money(fen: number): string {
  return `¥${yuanText(fen)}`.replace('¥-', '-¥');
}
