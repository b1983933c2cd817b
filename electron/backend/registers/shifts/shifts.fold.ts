// A shift as the fold of its events.
import type { Folded } from '../../journal/projector.ts';
import type { SHIFT_NAMES, ShiftEvent } from './shifts.events.ts';

export type ShiftName = (typeof SHIFT_NAMES)[number];

export interface Shift {
  readonly number: string;
  readonly desk: string;
  /** Business date of its start. */
  readonly day: string;
  readonly name: ShiftName;
  readonly lead: number;
  readonly onDuty: readonly number[];
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly clock: number;
}

export function foldShift(shift: Shift | null, event: ShiftEvent): Folded<Shift> {
  const { clock } = event;
  if (event.type === 'shift.opened') {
    if (shift !== null) return { state: { ...shift, clock }, issue: 'OPENED_TWICE' };
    const { number, day, name, lead } = event.body;
    const desk = event.desk ?? '';
    const openedAt = event.happenedAt;
    return { state: { number, desk, day, name, lead, onDuty: [lead], openedAt, closedAt: null, clock } };
  }
  if (shift === null) return { state: null, issue: 'NO_BEGINNING' };
  const { staff } = event.body;
  const onDuty = shift.onDuty.includes(staff) ? shift.onDuty : [...shift.onDuty, staff];
  return { state: { ...shift, onDuty, clock } };
}
