// A power cut in the middle of a command, at any look of the program at its clock; then the command is sent again.
import { ORPCError } from '@orpc/server';
import type { Installation } from './installations.ts';

/** How often the power went, and in how many of these nothing had been kept yet. */
export interface Cuts {
  fell: number;
  lost: number;
}

class PowerCut extends Error {}

/**
 * Sends a call; null where the rules refuse it. With a cut, the power goes in the middle, or after all was kept and
 * before anybody heard of it: the transaction is gone or whole, and the call is sent once more by its command id.
 */
export async function sendThroughCut<T>(
  { backend, clock }: Installation,
  cut: number | null,
  cuts: Cuts,
  call: () => Promise<T>,
): Promise<T | null> {
  const events = (): unknown =>
    backend.database.db.connection.prepare('SELECT count(*) FROM event').pluck().get();
  if (cut !== null) {
    const before = events();
    const { now } = clock;
    let left = cut;
    clock.now = () => {
      if (left === 0) throw new PowerCut();
      left -= 1;
      return now();
    };
    const answer = await answered(call);
    const fell = left === 0 && answer === 'cut';
    clock.now = now;
    if (fell) cuts.fell += 1;
    if (fell && events() === before) cuts.lost += 1;
  }
  const answer = await answered(call);
  if (answer === 'cut') throw new Error('the program failed without a power cut');
  return answer;
}

async function answered<T>(call: () => Promise<T>): Promise<T | 'cut' | null> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code === 'BAD_REQUEST') throw error;
    return error.code === 'UNFORESEEN' ? 'cut' : null;
  }
}
