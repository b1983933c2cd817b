// What a returning visitor's last visit still has to offer a form: only for what nobody has filled in. Pure.
import type { LastVisit } from '../../../electron/api/visitors.contract.ts';
import { chosenUnits } from './visitor-values.ts';
import type { VisitorValues } from './visitor-values.ts';

export type Carried = Partial<Pick<VisitorValues, 'company' | 'purpose' | 'host' | 'hostName' | 'units'>>;

/**
 * Host and units belong together: where the form has either, both stay as they are. `purposeChosen` tells a purpose
 * that was chosen from the one that a form begins with. An empty answer means that there is nothing to offer.
 */
export function offerOf(values: VisitorValues, last: LastVisit, purposeChosen: boolean): Carried {
  const offer: Carried = {};
  if (values.company === '' && last.company) offer.company = last.company;
  if (!purposeChosen && values.purpose !== last.purpose) offer.purpose = last.purpose;
  const going = values.hostName !== '' || values.units.length > 0;
  if (going) return offer;
  if (last.hostName) Object.assign(offer, { host: last.host, hostName: last.hostName });
  if (last.units.length > 0) offer.units = chosenUnits(last);
  return offer;
}
