// The key loan slip 钥匙借用单 as a document: which keys left, with whom, until when.
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
} from '../../devices/printer/slip.ts';
import type { SlipPlace } from '../../places/slip-place.ts';
import type { Calendar } from '../../shared/clock.ts';
import type { KeyLoan } from './key-loans.fold.ts';
import { keySlipWords } from './keys.slip.copy.ts';

/** What is still out of a loan, by the code on each tag. */
export interface SlipKey {
  readonly code: string;
  readonly name: string | null;
  readonly pieces: number;
}

/** The slip of a loan that is open. `reprint` is how often it was printed before. */
export function keyLoanSlip(
  loan: KeyLoan,
  keys: readonly SlipKey[],
  place: SlipPlace,
  { language, reprint }: { readonly language: Language; readonly reprint: number },
): Slip {
  const words = keySlipWords[language];
  const fields: readonly (readonly [string, string | null])[] = [
    [words.from, loan.borrowerFrom],
    [words.phone, loan.borrowerPhone],
    [words.authorisedBy, loan.authorisedByName],
    [words.purpose, loan.purpose],
    [words.lentAt, localMinute(loan.lentAt, place.calendar)],
  ];
  const due = loan.dueAt === null ? words.forGood : localMinute(loan.dueAt, place.calendar);
  return slip(
    language,
    text(place.property, { align: 'center' }),
    place.header === '' ? [] : text(place.header, { align: 'center' }),
    heading(words.titles[loan.kind]),
    place.sample ? text(words.sample, { align: 'center' }) : [],
    rule(),
    keys.flatMap(({ code, name, pieces }) => [
      pair(code, words.pieces(pieces)),
      ...(name === null ? [] : [text(name, { bold: true })]),
    ]),
    rule(),
    text(loan.borrowerName ?? '', { size: 2, bold: true }),
    fields.flatMap(([label, value]) => (value ? [field(label, value)] : [])),
    field(words.due, due, { bold: true }),
    space(),
    field(words.signature, ''),
    space(),
    rule(),
    pair(loan.number, reprint > 0 ? words.reprint(reprint) : place.desk),
    scanCode(loan.slipCode),
    space(),
    text(words.giveBack, { size: 2, bold: true, align: 'center' }),
    place.footer === '' ? [] : text(place.footer, { align: 'center' }),
  );
}

function localMinute(ms: number, calendar: Calendar): string {
  return `${calendar.dayOf(ms)} ${calendar.timeOf(ms)}`;
}
