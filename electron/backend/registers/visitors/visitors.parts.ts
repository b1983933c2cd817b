// What the visitors' register needs from the house.
import type { Database } from '../../database/database.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Calendar, Clock } from '../../shared/clock.ts';
import type { Random } from '../../shared/random.ts';
import type { SlipQueue } from '../register.ts';
import type { PolicyReader } from '../../policies/policies.reader.ts';
import type { Hours } from './visitors.rules.ts';

/** What the register needs from the house. */
export interface VisitorsParts {
  readonly database: Database;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly random: Random;
  readonly calendar: () => Calendar;
  /** Opening hours of a desk. */
  readonly hours: (desk: string | null) => Hours;
  /** The units as a slip shows them: `A-1203 恒远科技`. */
  readonly unitText: (units: readonly number[]) => string | null;
  readonly unitExists: (unit: number) => boolean;
  readonly staffExists: (staff: number) => boolean;
  readonly contactExists: (contact: number) => boolean;
  readonly slips: SlipQueue;
  readonly policies: Pick<PolicyReader, 'value' | 'revisionAt'>;
}
