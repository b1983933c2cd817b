// What an earlier visit still has to offer a form: only for what nobody has filled in. Pure.
import type { LastVisit } from '../../../electron/api/visitors.contract.ts';
import { chosenUnits } from './visitor-values.ts';
import type { VisitorValues } from './visitor-values.ts';

/** Where somebody goes, from where and why: the same for a party, and often for whoever comes again. */
export type Said = Pick<VisitorValues, 'company' | 'purpose' | 'host' | 'hostName' | 'units'>;
/** What of it is taken over. */
export type Carried = Partial<Said>;

export function saidAt(last: LastVisit): Said {
  const { company, purpose, host, hostName } = last;
  return { company: company ?? '', purpose, host, hostName: hostName ?? '', units: chosenUnits(last) };
}

/**
 * Host and units belong together: where the form has either, both stay as they are. `purposeChosen` tells a purpose
 * that was chosen from the one that a form begins with. An empty answer means that there is nothing to offer.
 */
export function offerOf(values: VisitorValues, said: Said, purposeChosen: boolean): Carried {
  const offer: Carried = {};
  if (values.company === '' && said.company !== '') offer.company = said.company;
  if (!purposeChosen && values.purpose !== said.purpose) offer.purpose = said.purpose;
  if (isGoing(values)) return offer;
  if (said.hostName !== '') Object.assign(offer, { host: said.host, hostName: said.hostName });
  if (said.units.length > 0) offer.units = said.units;
  return offer;
}

/** Whoever was registered at this desk a moment ago. */
export interface OneBefore {
  readonly said: Said;
  /** Who registered them. */
  readonly staff: number | null;
  /** UTC ms. */
  readonly at: number;
}

/** A party stands at the desk together, ms. */
const TOGETHER_MS = 15 * 60_000;

/** What the one before offers the next of their party; nothing to another member of staff, or once they go elsewhere. */
export function offerOfBefore(
  values: VisitorValues,
  before: OneBefore | null,
  now: { readonly staff: number | null; readonly at: number; readonly purposeChosen: boolean },
): Carried {
  const together = before?.staff === now.staff && now.at - (before?.at ?? 0) <= TOGETHER_MS;
  return before === null || !together || isGoing(values)
    ? {}
    : offerOf(values, before.said, now.purposeChosen);
}

function isGoing({ hostName, units }: VisitorValues): boolean {
  return hostName !== '' || units.length > 0;
}
