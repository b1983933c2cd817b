// Days and times as hands type them, with or without separators, whatever language the system's own calendar speaks.

const FULL_DAY = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/;
const DAY_OF_YEAR = /^(?:(\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/;
const TIME = /^(?:(\d{1,2})[:：.](\d{2})|(\d{1,2})(\d{2})|(\d{1,2}))$/;
const DAY_MS = 86_400_000;
const MINUTES_A_DAY = 1440;

/** `YYYY-MM-DD` of what was typed; without a year it is that of `near`. Null for what is no day. */
export function readDay(text: string, near: string): string | null {
  const [year, month, date] = partsOf(FULL_DAY, text) ?? [
    near.slice(0, 4),
    ...(partsOf(DAY_OF_YEAR, text) ?? []),
  ];
  return dayOf(year, month, date);
}

/** `HH:MM` of what was typed (`2130`, `9.05`, `9`). Null for what is no time. */
export function readTime(text: string): string | null {
  const [hours, minutes = '00'] = partsOf(TIME, text) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** The day so many days later. `day` is `YYYY-MM-DD`. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The next time of day on the raster of `minutes` (15: …, 09:15, 09:30); a negative raster goes back. */
export function shiftTime(time: string, minutes: number): string {
  const at = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const raster = Math.abs(minutes);
  const next =
    minutes > 0 ? Math.floor(at / raster) * raster + raster : Math.ceil(at / raster) * raster - raster;
  const wrapped = (next + MINUTES_A_DAY) % MINUTES_A_DAY;
  return [Math.floor(wrapped / 60), wrapped % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The parts that a pattern found, whichever of its ways it went. */
function partsOf(pattern: RegExp, text: string): string[] | null {
  return (
    pattern
      .exec(text.trim())
      ?.slice(1)
      .filter((part) => part !== undefined) ?? null
  );
}

function dayOf(year = '', month = '', date = ''): string | null {
  const text = [year, month.padStart(2, '0'), date.padStart(2, '0')].join('-');
  const at = Date.parse(`${text}T00:00:00Z`);
  // 30 February parses in some engines, as a day in March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : null;
}
