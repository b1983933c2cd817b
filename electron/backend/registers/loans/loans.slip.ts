// The loan slip 物品借用单 and an item's tag as documents: what they say, in which order.
import type { Language } from '../../../api/boot.ts';
import type { DepositRow } from '../../../api/deposits.contract.ts';
import { field, heading, rule, scanCode, slip, space, text, type Slip } from '../../devices/printer/slip.ts';
import { loanSlipEnd } from '../../lending/loan-slip.ts';
import { filledFields, localMinute, slipHead } from '../../places/slip-parts.ts';
import type { SlipPlace } from '../../places/slip-place.ts';
import { maskPhone } from '../../shared/masked-phone.ts';
import type { LoanItem, LoanType } from './items.fold.ts';
import type { Loan } from './loans.fold.ts';
import { loanSlipWords } from './loans.slip.copy.ts';

/** A line of the loan with what is on file about it. */
export interface SlipLine {
  readonly type: LoanType;
  readonly asset: string | null;
  readonly count: number;
}

export interface LoanSlipParts {
  readonly lines: readonly SlipLine[];
  readonly deposits: readonly Pick<DepositRow, 'number' | 'amountFen'>[];
}

/** What the borrower takes along: what they have, until when, and what it costs to lose it. */
export function loanSlip(
  loan: Loan,
  { lines, deposits }: LoanSlipParts,
  place: SlipPlace,
  language: Language,
  reprint: number,
): Slip {
  const words = loanSlipWords[language];
  const price = lines.reduce((sum, { type, count }) => sum + type.lossPriceFen * count, 0);
  const fields: readonly (readonly [string, string | null])[] = [
    [words.phone, maskPhone(loan.borrowerPhone)],
    [words.from, loan.borrowerFrom],
    [words.lentAt, localMinute(loan.lentAt, place)],
    ...deposits.map(({ number, amountFen }) => [words.deposit, `¥${yuan(amountFen)}  ${number}`] as const),
    [words.remarks, loan.remarks],
  ];
  const notes = price === 0 ? [] : [text(words.lossPrice(yuan(price)))];
  return slip(
    language,
    slipHead(place, words.title, language),
    rule(),
    text(loan.borrowerName ?? '', { size: 2, bold: true }),
    space(),
    lines.flatMap((line) => itemLines(line, language)),
    filledFields(fields),
    loanSlipEnd({ words, due: localMinute(loan.dueAt, place), notes, loan }, place, language, reprint),
  );
}

function itemLines({ type, asset, count }: SlipLine, language: Language) {
  const words = loanSlipWords[language];
  const name = language === 'zh-CN' ? type.nameZh : type.nameEn;
  const item = field(words.items, asset === null ? `${name} ×${count}` : `${name} ${asset}`, { bold: true });
  return type.accessories.length === 0
    ? [item]
    : [item, field(words.with, type.accessories.join(words.separator))];
}

/** What is stuck on the thing: its asset code for eyes, its tag code for scanners, and whose it is. */
export function itemTag(item: LoanItem, type: LoanType, place: SlipPlace, language: Language): Slip {
  const words = loanSlipWords[language];
  return slip(
    language,
    heading(item.asset),
    text(language === 'zh-CN' ? type.nameZh : type.nameEn, { align: 'center' }),
    scanCode(item.tagCode),
    space(),
    text(place.property, { align: 'center' }),
    text(words.giveBack, { align: 'center' }),
  );
}

/** Fen as yuan; without digits behind the point where there are none. */
function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}
