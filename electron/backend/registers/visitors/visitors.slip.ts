// The visitor pass 访客出入证 as a document: what it says, in which order.
import { isDeepStrictEqual } from 'node:util';
import type { Language } from '../../../api/boot.ts';
import { field, rule, scanCode, slip, space, text, type Slip } from '../../devices/printer/slip.ts';
import { filledFields, localMinute, slipFoot, slipHead, slipNumber } from '../../places/slip-parts.ts';
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
    [words.children, visit.children === 0 ? null : String(visit.children)],
  ];
  return slip(
    language,
    slipHead(place, words.title, language),
    rule(),
    text(visit.name ?? '', { size: 2, bold: true }),
    space(),
    filledFields(fields),
    until === null ? [] : field(words.validUntil, localMinute(until, place), { bold: true }),
    visit.escorted ? [space(), text(words.escorted, { size: 2, bold: true })] : [],
    rule(),
    slipNumber(visit.number, place, language, reprint),
    scanCode(visit.passCode),
    space(),
    text(words.giveBack, { size: 2, bold: true, align: 'center' }),
    slipFoot(place),
  );
}

/** Whether the pass that was printed for `before` says something else than one for `after` would. */
export function passDiffers(before: Visit, after: Visit, calendar: Calendar): boolean {
  const anywhere: SlipPlace = { property: '', desk: '', header: '', footer: '', sample: false, calendar };
  const [old, next] = [before, after].map((visit) => visitorPass(visit, anywhere, 'zh-CN', 0));
  return !isDeepStrictEqual(old, next);
}
