// Shifts 交接班: opened by the first sign-in; every event names the shift it belongs to.

export { nextShiftEnds } from './shifts.rules.ts';
export { goOnDuty } from './shifts.service.ts';
export { findShift, listOpenShifts, shiftsProjector } from './shifts.store.ts';
