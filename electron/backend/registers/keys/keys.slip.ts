// The key loan slip 钥匙借用单 as a document: which keys left, with whom, until when.
import type { Language } from '../../../api/boot.ts';
import { pair, rule, slip, text, type Slip } from '../../devices/printer/slip.ts';
import { loanSlipEnd } from '../../lending/loan-slip.ts';
import { filledFields, localMinute, slipHead } from '../../places/slip-parts.ts';
import type { SlipPlace } from '../../places/slip-place.ts';
import { maskPhone } from '../../shared/masked-phone.ts';
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
    [words.phone, maskPhone(loan.borrowerPhone)],
    [words.authorisedBy, loan.authorisedByName],
    [words.purpose, loan.purpose],
    [words.lentAt, localMinute(loan.lentAt, place)],
  ];
  const due = loan.dueAt === null ? words.forGood : localMinute(loan.dueAt, place);
  return slip(
    language,
    slipHead(place, words.titles[loan.kind], language),
    rule(),
    keys.flatMap(({ code, name, pieces }) => [
      pair(code, words.pieces(pieces)),
      ...(name === null ? [] : [text(name, { bold: true })]),
    ]),
    rule(),
    text(loan.borrowerName ?? '', { size: 2, bold: true }),
    filledFields(fields),
    loanSlipEnd({ words, due, notes: [], loan }, place, language, reprint),
  );
}
