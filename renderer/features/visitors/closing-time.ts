// Whether it is time to ask who is still inside (registers.md §3): near closing, after it, before the night's round. Pure.

/** Local times `HH:MM`; a desk without closing is a 24 h lobby, whose day ends with the round. */
export interface DeskHours {
  readonly opens: string | null;
  readonly closes: string | null;
  /** When the system closes what nobody answered for. */
  readonly round: string;
}

export interface ClosingTime {
  readonly phase: 'near' | 'past' | 'round';
  readonly at: string;
}

const DAY = 24 * 60;
/** Minutes. */
const AHEAD = 30;

/** `time` is the local time now; null while nothing is to be said. */
export function closingTime({ opens, closes, round }: DeskHours, time: string): ClosingTime | null {
  if (closes === null || opens === closes) {
    return isAhead(until(time, round)) ? { phase: 'round', at: round } : null;
  }
  if (isAhead(until(time, closes))) return { phase: 'near', at: closes };
  // The round has asked for whoever was left.
  const asked = Math.min(until(closes, round), opens === null ? DAY : until(closes, opens));
  return until(closes, time) < asked ? { phase: 'past', at: closes } : null;
}

function isAhead(minutes: number): boolean {
  return minutes > 0 && minutes <= AHEAD;
}

/** Minutes from one local time to the next time that it is the other. */
function until(from: string, to: string): number {
  return (minuteOf(to) - minuteOf(from) + DAY) % DAY;
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
