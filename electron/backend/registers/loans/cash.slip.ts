// What finance signs for money of a till 缴款单, as a document: one copy goes along, one stays at the desk.
import type { Language } from '../../../api/boot.ts';
import type { Db } from '../../database/handle.ts';
import { rule, slip, space, text, type Slip } from '../../devices/printer/slip.ts';
import {
  filledFields,
  localMinute,
  signatureLine,
  slipDesk,
  slipFoot,
  slipHead,
} from '../../places/slip-parts.ts';
import type { SlipPlace } from '../../places/slip-place.ts';
import type { SlipOrder } from '../register.ts';
import type { CashMove } from './cash.fold.ts';
import { cashSlipWords } from './cash.slip.copy.ts';
import { findCashMove } from './cash.store.ts';
import { yuanText } from './deposits.capitals.rules.ts';
import { amountLines } from './deposits.slip.ts';
import { depositWords } from './deposits.slip.copy.ts';

/** What a slip says besides the money itself. */
interface CashSlipParts {
  readonly place: SlipPlace;
  readonly language: Language;
  /** How often it was printed before. */
  readonly reprint: number;
}

/** Null for every other order, and for what was taken back, erased or is locked. */
export function cashPaper(
  db: Db,
  { record, kind, language, reprint }: SlipOrder,
  placeOf: (language: Language, desk: string) => SlipPlace,
): Slip | null {
  if (kind !== 'handIn' && kind !== 'handInDesk') return null;
  const move = findCashMove(db, record);
  if (!move || move.takenBack || move.receiver === null) return null;
  const parts = { language, reprint, place: placeOf(language, move.desk) };
  return handInSlip(move, kind === 'handIn' ? 'finance' : 'desk', parts);
}

/** It has no number: desk and amount, for the eye among what waits for the printer; null where the record is none. */
export function nameHandIn(db: Db, record: number): string | null {
  const move = findCashMove(db, record);
  return move ? `${move.desk} ¥${yuanText(move.amountFen)}` : null;
}

/** Who received how much, of what; both who hands over and who receives sign both copies. */
export function handInSlip(
  { amountFen, method, at, receiver, deposits }: CashMove,
  copy: 'finance' | 'desk',
  { place, language, reprint }: CashSlipParts,
): Slip {
  const words = cashSlipWords[language];
  const { methods, deskCopy } = depositWords[language];
  return slip(
    language,
    slipHead(place, words.title, language),
    text(copy === 'finance' ? words.financeCopy : deskCopy, { align: 'center' }),
    rule(),
    filledFields([
      [words.method, methods[method]],
      [words.at, localMinute(at, place)],
      [words.receiver, receiver],
      [words.deposits, deposits === 0 ? null : words.countOf(deposits)],
    ]),
    rule(),
    amountLines(words.amount, amountFen, language),
    rule(),
    signatureLine(words.handedBy, language),
    space(),
    signatureLine(words.receivedBy, language),
    space(),
    slipDesk(place, language, reprint),
    slipFoot(place),
  );
}
