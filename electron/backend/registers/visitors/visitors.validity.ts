// Until when a pass holds by the policies, the desk's hours and the property's calendar as they are now.
import type { Purpose } from '../../../api/visit-states.ts';
import type { VisitorsParts } from './visitors.parts.ts';
import { defaultValidity, latestValidity } from './visitors.rules.ts';

export type ValidityParts = Pick<VisitorsParts, 'hours' | 'calendar' | 'policies'>;

/** UTC ms: the default, later where somebody was announced until later, and the latest that may be chosen instead. */
export function validityOf(
  { hours, calendar, policies }: ValidityParts,
  arrival: {
    readonly purpose: Purpose;
    readonly arrivedAt: number;
    readonly desk: string | null;
    readonly expectedUntil?: number | null;
  },
): { readonly validUntil: number; readonly latest: number } {
  const { purpose, arrivedAt, desk, expectedUntil } = arrival;
  const policy = {
    hours: policies.value('validity.hours'),
    untilClosing: policies.value('validity.untilClosing'),
    days: policies.value('validity.days'),
  };
  const latest = latestValidity(arrivedAt, policies.value('validity.longestDays'));
  const byPurpose = defaultValidity(arrivedAt, purpose, { hours: hours(desk), calendar: calendar(), policy });
  return { validUntil: Math.min(Math.max(byPurpose, expectedUntil ?? 0), latest), latest };
}
