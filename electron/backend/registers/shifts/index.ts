// Shifts 交接班: opened by the first sign-in; every event names the shift it belongs to.
import { projector, type AnyProjector } from '../../journal/projector.ts';
import { shiftEvents } from './shifts.events.ts';
import { foldShift } from './shifts.fold.ts';
import { findShift, removeShift, saveShift } from './shifts.store.ts';

export { nextShiftEnds } from './shifts.rules.ts';
export { goOnDuty } from './shifts.service.ts';
export { findShift, listOpenShifts } from './shifts.store.ts';

export const shiftsProjector: AnyProjector = projector({
  noun: 'shift',
  catalogue: shiftEvents,
  fold: foldShift,
  load: (db, id) => findShift(db, id) ?? null,
  save: saveShift,
  remove: removeShift,
});
