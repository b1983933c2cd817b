// Where the sample property of the specs lies: it is the same hour of the day there whenever they run.
import process from 'node:process';

/** A desk at ten has everything that a day has: who came, who is late, and hours until it closes. */
const HOUR = Number(process.env['FOYER_SPEC_HOUR'] ?? 10);

/** An IANA zone of whole hours in which it is now that hour; `FOYER_SPEC_HOUR=23` tries the specs at another one. */
export const SPEC_ZONE = zoneAt(HOUR);

/** The day there, so many days from today. */
export function specDay(days: number): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: SPEC_ZONE, dateStyle: 'short' });
  return day.format(Date.now() + days * 86_400_000);
}

function zoneAt(hour: number): string {
  const behind = hour - new Date().getUTCHours();
  // From 12 hours behind to 14 ahead; the sign in the name is the other way round.
  const ahead = behind < -12 ? behind + 24 : behind > 14 ? behind - 24 : behind;
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
