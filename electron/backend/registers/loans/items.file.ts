// Puts types and items on file, within a command: for the window's forms and for the sample property.
import type { Command } from '../../journal/command.ts';
import type { Random } from '../../shared/random.ts';
import { newScanCode } from '../../shared/scan-code.ts';
import { loanItemEvents, loanTypeEvents } from './items.events.ts';
import type { LoanType } from './items.fold.ts';

/** What is written down of a type. */
export type TypeFile = Omit<LoanType, 'withdrawn' | 'clock'>;

/** Answers its record, a new one unless `record` is named. */
export function putType(command: Command, type: TypeFile, record?: number): number {
  const id = record ?? command.newRecord();
  const body = { ...type, accessories: [...type.accessories] };
  command.append(loanTypeEvents, id, { type: 'loan_type.put', body, sealed: null });
  return id;
}

/** A new item stands at the author's desk and gets a tag code; one that is `known` keeps both. */
export function putItem(
  command: Command,
  { type, asset, remark }: { readonly type: number; readonly asset: string; readonly remark: string | null },
  random: Random,
  known?: { readonly id: number; readonly tagCode: string },
): number {
  const id = known?.id ?? command.newRecord();
  const body = { type, asset, tagCode: known?.tagCode ?? newScanCode('loanItem', random) };
  command.append(loanItemEvents, id, { type: 'loan_item.put', body, sealed: { remark } });
  return id;
}
