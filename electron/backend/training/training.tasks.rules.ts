// Which of a newcomer's first tasks are done: told from what they wrote into the book, not from what they pressed.
import { TRAINING_TASKS, type TrainingTask } from '../../api/training.contract.ts';

/** Events by which a task is done, whoever did it. */
const DONE_BY: Readonly<Record<string, TrainingTask>> = {
  'visit.arrived': 'register',
  'visit.left': 'checkOut',
  'visit.amended': 'correct',
  'visit.taken_back': 'correct',
  'visit.voided': 'correct',
  'visit.reopened': 'correct',
  'key_loan.lent': 'lendKey',
  'key_loan.returned': 'returnKey',
  'loan.lent': 'lendThing',
  'loan.returned': 'returnThing',
};

export interface Practised {
  /** Types of the events that staff wrote since training began. */
  readonly events: ReadonlySet<string>;
  readonly slipPrinted: boolean;
  /** Tasks that the window saw done. */
  readonly noticed: readonly TrainingTask[];
}

/** In the order of the list. */
export function tasksDone({ events, slipPrinted, noticed }: Practised): TrainingTask[] {
  const done = new Set<TrainingTask | undefined>([...noticed, ...[...events].map((type) => DONE_BY[type])]);
  if (slipPrinted) done.add('print');
  return TRAINING_TASKS.filter((task) => done.has(task));
}
