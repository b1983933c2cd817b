// What the slips of every register share: the head with the property, the foot, its number, room to sign.
import type { Language } from '../../api/boot.ts';
import { field, heading, pair, text, type SlipLine } from '../devices/printer/slip.ts';
import type { SlipPlace } from './slip-place.ts';
import { slipPartWords } from './places.slip.copy.ts';

/** Whose slip it is and what kind; invented data says that it is. */
export function slipHead(place: SlipPlace, title: string, language: Language): SlipLine[] {
  return [
    text(place.property, { align: 'center' }),
    ...note(place.header),
    heading(title),
    ...sampleNote(place, language),
  ];
}

/** That the data is invented, where it is; for what has no head. */
export function sampleNote({ sample }: SlipPlace, language: Language): SlipLine[] {
  return sample ? note(slipPartWords[language].sample) : [];
}

/** The property's own last line, where it has one. */
export function slipFoot({ footer }: SlipPlace): SlipLine[] {
  return note(footer);
}

/** The number and where it was printed; printed again, how often. `reprint` counts the printings before. */
export function slipNumber(number: string, place: SlipPlace, language: Language, reprint: number): SlipLine {
  return pair(number, reprint > 0 ? slipPartWords[language].reprint(reprint) : place.desk);
}

/** Where it was printed, for a slip that carries its number above; printed again, how often. */
export function slipDesk({ desk }: SlipPlace, language: Language, reprint: number): SlipLine {
  return pair(desk, reprint > 0 ? slipPartWords[language].reprint(reprint) : '');
}

/** The fields that have something to say, in their order. */
export function filledFields(all: readonly (readonly [string, string | null])[]): SlipLine[] {
  return all.flatMap(([label, value]) => (value ? [field(label, value)] : []));
}

/** Room to sign on. */
export function signatureLine(label: string, language: Language): SlipLine {
  return pair(`${label}${slipPartWords[language].colon}`, '__________________');
}

/** A time as slips show it, of the property's clock. `ms` is UTC. */
export function localMinute(ms: number, { calendar }: Pick<SlipPlace, 'calendar'>): string {
  return `${calendar.dayOf(ms)} ${calendar.timeOf(ms)}`;
}

function note(words: string): SlipLine[] {
  return words === '' ? [] : [text(words, { align: 'center' })];
}
