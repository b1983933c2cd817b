// Times as the desk reads them: in the property's zone, whatever the PC's own clock is set to.

export interface Times {
  /** `14:05` */
  time(ms: number): string;
  /** `14:05` today, `11-21 14:05` on another day. */
  short(ms: number): string;
  /** `2026-11-21 14:05` */
  full(ms: number): string;
  /** `2026-11-21` */
  day(ms: number): string;
  /** UTC ms of a local `YYYY-MM-DD` and `HH:MM`; NaN for what is no date. */
  instant(day: string, time: string): number;
}

/** `zone` is an IANA name; `now` tells which day is today. */
export function createTimes(zone: string, now: () => number = Date.now): Times {
  // Swedish writes ISO dates.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const whole = (ms: number): string => format.format(ms);
  const day = (ms: number): string => whole(ms).slice(0, 10);
  const time = (ms: number): string => whole(ms).slice(11, 16);
  const offset = (ms: number): number =>
    Date.parse(`${whole(ms).replace(' ', 'T')}Z`) - Math.floor(ms / 1000) * 1000;
  return {
    time,
    day,
    full: (ms) => `${day(ms)} ${time(ms)}`,
    short: (ms) => (day(ms) === day(now()) ? time(ms) : `${day(ms).slice(5)} ${time(ms)}`),
    instant(date, clock) {
      const text = `${date}T${clock}:00Z`;
      const local = /^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/.test(text) ? Date.parse(text) : Number.NaN;
      if (Number.isNaN(local)) return local;
      const guess = local - offset(local);
      return local - offset(guess);
    },
  };
}
