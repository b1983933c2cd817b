// The visitor pass 访客出入证 as a document: what it says, in which order.
import type { Language } from '../../../api/boot.ts';
import {
  field,
  heading,
  pair,
  rule,
  scanCode,
  slip,
  space,
  text,
  type Slip,
} from '../../devices/printer/slip.ts';
import type { SlipPlace } from '../../places/slip-place.ts';
import type { Calendar } from '../../shared/clock.ts';
import type { Visit } from './visitors.fold.ts';
import { passWords } from './visitors.slip.copy.ts';

/** The pass of a visit on site. `reprint` is how often it was printed before. */
export function visitorPass(visit: Visit, place: SlipPlace, language: Language, reprint: number): Slip {
  const words = passWords[language];
  const until = visit.validUntil ?? visit.expectedUntil;
  const document = [words.documents[visit.documentType], visit.documentMasked].filter(Boolean).join(' ');
  const fields: readonly (readonly [string, string | null])[] = [
    [words.document, visit.documentType === 'none' ? null : document],
    [words.company, visit.company],
    [words.visiting, visit.unitText],
    [words.host, visit.hostName],
    [words.purpose, words.purposes[visit.purpose]],
  ];
  return slip(
    language,
    text(place.property, { align: 'center' }),
    place.header === '' ? [] : text(place.header, { align: 'center' }),
    heading(words.title),
    place.sample ? text(words.sample, { align: 'center' }) : [],
    rule(),
    text(visit.name ?? '', { size: 2, bold: true }),
    space(),
    fields.flatMap(([label, value]) => (value ? [field(label, value)] : [])),
    until === null ? [] : field(words.validUntil, localMinute(until, place.calendar), { bold: true }),
    visit.escorted ? [space(), text(words.escorted, { size: 2, bold: true })] : [],
    rule(),
    pair(visit.number, reprint > 0 ? words.reprint(reprint) : place.desk),
    scanCode(visit.passCode),
    space(),
    text(words.giveBack, { size: 2, bold: true, align: 'center' }),
    place.footer === '' ? [] : text(place.footer, { align: 'center' }),
  );
}

function localMinute(ms: number, calendar: Calendar): string {
  return `${calendar.dayOf(ms)} ${calendar.timeOf(ms)}`;
}
