// The property's calendar as it is set up now.
import type { Db } from '../database/handle.ts';
import { createCalendar, type Calendar } from '../shared/clock.ts';
import { findZone } from './places.store.ts';

const DEFAULT_ZONE = 'Asia/Shanghai';

/** Answers the calendar of the zone that is set now; a new one only when the zone changes. */
export function propertyCalendar(db: Db): () => Calendar {
  let calendar: Calendar | null = null;
  return () => {
    const zone = findZone(db) ?? DEFAULT_ZONE;
    if (calendar?.zone !== zone) calendar = createCalendar(zone);
    return calendar;
  };
}
