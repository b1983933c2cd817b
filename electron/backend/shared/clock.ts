// The clock that everything is given, and the property's local days.
import { Temporal } from 'temporal-polyfill';
import { DAY_MS } from './moments.ts';

/** Wall time in UTC milliseconds. Passed in everywhere, so that tests and the sample property can set it. */
export interface Clock {
  now(): number;
}

/** `YYYY-MM-DD` in the property's zone. */
export type BusinessDay = string;

/** Turns UTC milliseconds into the property's days and back. Days start at 00:00 local time. */
export interface Calendar {
  readonly zone: string;
  dayOf(ms: number): BusinessDay;
  /** UTC ms of a local time `HH:MM` on a day; a time that a clock change skips is the first one after it. */
  at(day: BusinessDay, time: string): number;
  /** The last millisecond of a day. */
  endOf(day: BusinessDay): number;
  addDays(day: BusinessDay, days: number): BusinessDay;
  /** Local `HH:MM`. */
  timeOf(ms: number): string;
}

/** Whether this is an IANA zone that the machine knows. */
export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return zone !== '';
  } catch {
    return false;
  }
}

/** Closing times of a few weeks. */
const MOST_ASKED = 64;

/** A calendar for an IANA zone. Keeps what it was asked, a day or closing times: a zone conversion costs 20 µs. */
export function createCalendar(zone: string): Calendar {
  let day = '';
  let from = 0;
  let until = 0;
  const asked = new Map<string, number>();
  const start = (date: BusinessDay): number =>
    Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
  // A day as such has no zone, so that UTC counts it on: a hundredth of what a calendar object costs.
  const addDays = (date: BusinessDay, days: number): BusinessDay =>
    new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
  return {
    zone,
    dayOf(ms) {
      if (day === '' || ms < from || ms >= until) {
        day = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString();
        from = start(day);
        until = start(addDays(day, 1));
      }
      return day;
    },
    at(date, time) {
      const moment = `${date} ${time}`;
      const known = asked.get(moment);
      if (known !== undefined) return known;
      const plainTime = Temporal.PlainTime.from(time);
      const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime });
      if (asked.size === MOST_ASKED) asked.clear();
      asked.set(moment, zoned.epochMilliseconds);
      return zoned.epochMilliseconds;
    },
    endOf: (date) => start(addDays(date, 1)) - 1,
    addDays,
    timeOf: (ms) =>
      Temporal.Instant.fromEpochMilliseconds(ms)
        .toZonedDateTimeISO(zone)
        .toPlainTime()
        .toString({ smallestUnit: 'minute' }),
  };
}
