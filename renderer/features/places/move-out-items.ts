// What the screen and the sheet of a moved-out list say of an open matter.
import type { OpenItem } from '../../../electron/api/places-file.contract.ts';

/** What was said of an item; nothing said is to be closed where that is possible. */
export interface Said {
  readonly how: 'close' | 'carry';
  readonly remark: string;
}

/** The copy's key for the kind of matter that it is. */
export function kindOf({ register, state }: OpenItem) {
  if (register !== 'visitors') return 'open.other';
  return state === 'on_site' ? 'open.visitors.on_site' : 'open.visitors.expected';
}
