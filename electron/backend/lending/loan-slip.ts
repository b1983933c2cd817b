// The lower half of every loan slip: until when, room to sign, the number and its code, where to bring it back.
import type { Language } from '../../api/boot.ts';
import { field, rule, scanCode, space, text, type SlipLine } from '../devices/printer/slip.ts';
import { signatureLine, slipFoot, slipNumber } from '../places/slip-parts.ts';
import type { SlipPlace } from '../places/slip-place.ts';

/** What the register's own words and its loan put into it. `notes` stand below the due time. */
export interface LoanSlipEnd {
  readonly words: { readonly due: string; readonly signature: string; readonly giveBack: string };
  readonly due: string;
  readonly notes: readonly SlipLine[];
  readonly loan: { readonly number: string; readonly slipCode: string };
}

/** `reprint` is how often it was printed before. */
export function loanSlipEnd(
  { words, due, notes, loan }: LoanSlipEnd,
  place: SlipPlace,
  language: Language,
  reprint: number,
): SlipLine[] {
  return [
    field(words.due, due, { bold: true }),
    ...notes,
    space(),
    signatureLine(words.signature, language),
    rule(),
    slipNumber(loan.number, place, language, reprint),
    ...scanCode(loan.slipCode),
    space(),
    text(words.giveBack, { bold: true, align: 'center' }),
    ...slipFoot(place),
  ];
}
