// Until when a pass holds by the policies, the desk's hours and the property's calendar as they are now.
import type { Purpose } from '../../../api/visitors.contract.ts';
import type { VisitorsParts } from './visitors.parts.ts';
import { defaultValidity, latestValidity } from './visitors.rules.ts';

export type ValidityParts = Pick<VisitorsParts, 'hours' | 'calendar' | 'policies'>;

/** UTC ms: the default, and the latest that somebody may choose instead. */
export function validityOf(
  { hours, calendar, policies }: ValidityParts,
  arrival: { readonly purpose: Purpose; readonly arrivedAt: number; readonly desk: string | null },
): { readonly validUntil: number; readonly latest: number } {
  const { purpose, arrivedAt, desk } = arrival;
  const policy = {
    hours: policies.value('validity.hours'),
    untilClosing: policies.value('validity.untilClosing'),
    days: policies.value('validity.days'),
  };
  const latest = latestValidity(arrivedAt, policies.value('validity.longestDays'));
  const byPurpose = defaultValidity(arrivedAt, purpose, { hours: hours(desk), calendar: calendar(), policy });
  return { validUntil: Math.min(byPurpose, latest), latest };
}
