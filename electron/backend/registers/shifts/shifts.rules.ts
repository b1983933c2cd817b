// Which shift a moment belongs to: 早 08:00-16:00, 中 16:00-24:00, 夜 00:00-08:00.
import type { BusinessDay, Calendar } from '../../shared/clock.ts';
import type { ShiftName } from './shifts.fold.ts';

export interface ShiftPeriod {
  readonly day: BusinessDay;
  readonly name: ShiftName;
}

/** The period that `now` (UTC ms) falls into; its day is the business date of its start. */
export function periodAt(now: number, calendar: Calendar): ShiftPeriod {
  const time = calendar.timeOf(now);
  const name = time < '08:00' ? 'night' : time < '16:00' ? 'morning' : 'afternoon';
  return { day: calendar.dayOf(now), name };
}

/** Whether an open shift is the one of this period; an older one waits for its handover. */
export function isOfPeriod(shift: ShiftPeriod, period: ShiftPeriod): boolean {
  return shift.day === period.day && shift.name === period.name;
}

/** When the shift after the one of `now` ends (UTC ms): by then its people have seen what the one before left them. */
export function nextShiftEnds(now: number, calendar: Calendar): number {
  const { day, name } = periodAt(now, calendar);
  const tomorrow = calendar.addDays(day, 1);
  if (name === 'night') return calendar.at(day, '16:00');
  return name === 'morning' ? calendar.at(tomorrow, '00:00') : calendar.at(tomorrow, '08:00');
}
