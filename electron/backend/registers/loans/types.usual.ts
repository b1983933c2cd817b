// What most properties lend 常用种类: there from the first day, for the admin to change; no thing of them yet.
import usual from '../../../../resources/setup/loan-types.json' with { type: 'json' };
import { TRACKING } from '../../../api/loan-states.ts';
import type { Command } from '../../journal/command.ts';
import { putType, type TypeFile } from './items.file.ts';

/** Deposits as registers.md §7 gives them: 500 yuan for a wheelchair, 300 for a stroller, else none. */
export const USUAL_TYPES: readonly TypeFile[] = usual.map(({ tracking, ...file }) => {
  const known = TRACKING.find((each) => each === tracking);
  if (!known) throw new RangeError(`no way to keep track of things: ${tracking}`);
  return { ...file, tracking: known };
});

/** Puts them on file, as part of the command that sets the property up. */
export function putUsualTypes(command: Command): void {
  for (const type of USUAL_TYPES) putType(command, type);
}
