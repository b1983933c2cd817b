// Marks a slip that was printed in training mode: nobody may take it for a pass, wherever it is torn off.
import { space, text, type Slip } from '../devices/printer/slip.ts';
import { TRAINING_MARK } from './training.slip.copy.ts';

/** The same slip with the mark large at its top and at its bottom. */
export function markedForTraining(slip: Slip): Slip {
  const mark = text(TRAINING_MARK, { size: 2, bold: true, align: 'center' });
  return { ...slip, lines: [mark, space(), ...slip.lines, space(), mark] };
}
