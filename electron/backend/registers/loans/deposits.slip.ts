// The papers of a deposit as documents: receipt in two copies, refund or damages slip, lost receipt statement.
import type { Language } from '../../../api/boot.ts';
import {
  field,
  heading,
  pair,
  rule,
  scanCode,
  slip,
  space,
  text,
  type Slip,
  type SlipLine,
} from '../../devices/printer/slip.ts';
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
    head(place, words.receipt, language),
    text(customer ? words.customerCopy : words.deskCopy, { align: 'center' }),
    rule(),
    fields([
      [words.payer, deposit.payerName],
      [words.phone, deposit.payerPhone],
      [words.items, deposit.items],
      [words.loan, loanNumber],
      [words.method, words.methods[deposit.method]],
      [words.reference, deposit.reference],
      [words.takenAt, minute(deposit.takenAt, place)],
    ]),
    rule(),
    amount(words.deposit, deposit.amountFen, language),
    rule(),
    pair(deposit.number, reprint > 0 ? words.reprint(reprint) : place.desk),
    customer
      ? [scanCode(deposit.code), space(), text(words.keepReceipt, { bold: true, align: 'center' })].flat()
      : [space(), signatureLine(words.staff), space(), signatureLine(words.payer)],
    foot(place),
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
    head(place, deductions.length > 0 ? words.damages : words.refund, language),
    rule(),
    fields([
      [words.number, deposit.number],
      [words.loan, loanNumber],
      [words.payer, deposit.payerName],
      [words.proxy, [settlement.proxyName, settlement.proxyPhone].filter(Boolean).join(' ') || null],
      [words.items, deposit.items],
      [words.method, words.methods[deposit.method]],
      [words.settledAt, minute(settlement.at, place)],
    ]),
    rule(),
    pair(words.deposit, money(deposit.amountFen)),
    deductions.map((item) =>
      pair([words.deductions[item.kind], item.what].filter(Boolean).join(' '), money(-item.amountFen)),
    ),
    deductions.length > 1 ? pair(words.kept, money(-keptFen)) : [],
    rule(),
    shortfallFen > 0
      ? amount(words.shortfall, shortfallFen, language)
      : amount(pending ? words.pending : words.refunded, refundFen, language),
    pending ? text(words.pendingNote) : [],
    shortfallFen > 0 ? text(words.billNote) : [],
    rule(),
    signatureLine(words.signature),
    space(),
    signatureLine(words.staff),
    space(),
    pair(place.desk, reprint > 0 ? words.reprint(reprint) : ''),
    foot(place),
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
    head(place, words.lost, language),
    rule(),
    text(words.lostStatement(deposit.number)),
    space(),
    fields([
      [words.payer, deposit.payerName],
      [words.phone, deposit.payerPhone],
      [words.items, deposit.items],
      [words.deposit, money(deposit.amountFen)],
      [words.settledAt, minute(settlement.at, place)],
    ]),
    rule(),
    signatureLine(words.signature),
    space(),
    signatureLine(words.date),
    space(),
    pair(place.desk, reprint > 0 ? words.reprint(reprint) : ''),
    foot(place),
  );
}

function head(place: SlipPlace, title: string, language: Language): SlipLine[] {
  return [
    text(place.property, { align: 'center' }),
    ...(place.header === '' ? [] : [text(place.header, { align: 'center' })]),
    heading(title),
    ...(place.sample ? [text(depositWords[language].sample, { align: 'center' })] : []),
  ];
}

function foot({ footer }: SlipPlace): SlipLine[] {
  return footer === '' ? [] : [text(footer, { align: 'center' })];
}

/** In digits, and in capitals where the paper is Chinese: that is the amount that counts. */
function amount(label: string, fen: number, language: Language): SlipLine[] {
  const { inCapitals } = depositWords[language];
  const digits = pair(label, money(fen));
  return inCapitals === null ? [digits] : [digits, field(inCapitals, capitalYuan(fen), { bold: true })];
}

function money(fen: number): string {
  return `¥${yuanText(fen)}`.replace('¥-', '-¥');
}

function fields(all: readonly (readonly [string, string | null])[]): SlipLine[] {
  return all.flatMap(([label, value]) => (value ? [field(label, value)] : []));
}

/** Room to sign on. */
function signatureLine(label: string): SlipLine {
  return pair(`${label}:`, '____________________');
}

function minute(ms: number, { calendar }: SlipPlace): string {
  return `${calendar.dayOf(ms)} ${calendar.timeOf(ms)}`;
}
