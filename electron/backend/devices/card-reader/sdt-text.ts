// Turns the text of a card into an IdCard, or says why it cannot be believed.
import { checkDocumentNumber, isCalendarDate } from '../../shared/document-number.ts';
import type { DocumentType } from '../../../api/identity.ts';
import { ethnicName } from './ethnic-codes.ts';
import { longTerm } from './id-card.ts';
import type { CardLayout, CardSex, IdCard, NameFlag } from './id-card.ts';
import {
  cardTextLength,
  foreigner2017Fields,
  foreigner2023Fields,
  hmtResidenceFields,
  layoutCharacterField,
  layoutCharacters,
  longTermText,
  mainlandFields,
  nameUnits,
  sexCodes,
} from './sdt-layouts.ts';
import type { CardField } from './sdt-layouts.ts';

export type CardTextProblem = 'UNKNOWN_LAYOUT' | 'CHECK_DIGIT' | 'BAD_FIELD';

export type CardTextReading = { ok: true; card: IdCard } | { ok: false; reason: CardTextProblem };

/** Reads fields as one text, without the padding. */
type FieldReader = (...fields: CardField[]) => string;

const documentTypes: Readonly<Record<CardLayout, DocumentType>> = {
  mainland: 'residentId',
  hmtResidence: 'hmtResidencePermit',
  foreigner2017: 'foreignerPermanentResidence',
  foreigner2023: 'foreignerPermanentResidence',
};

/**
 * Reads the 256 bytes of text of a card. Refuses a layout it does not know, a number that its kind cannot have and
 * dates that are none: half a card is worse than typing. An expired card is read like any other.
 */
export function decodeCardText(text: Buffer): CardTextReading {
  if (text.length !== cardTextLength) return { ok: false, reason: 'BAD_FIELD' };
  const read: FieldReader = (...fields) =>
    trimPadding(fields.map(([offset, length]) => text.toString('utf16le', offset, offset + length)).join(''));
  const layout = layoutOf(read(layoutCharacterField));
  if (layout === null) return { ok: false, reason: 'UNKNOWN_LAYOUT' };
  const card = readers[layout](read);

  const number = checkDocumentNumber(card.documentType, card.number);
  if (!number.ok) return { ok: false, reason: number.reason === 'CHECK_DIGIT' ? 'CHECK_DIGIT' : 'BAD_FIELD' };
  const dates = [card.birthDate, card.validFrom, card.validTo].filter((date) => date !== longTerm);
  if (!dates.every(isCalendarDate)) return { ok: false, reason: 'BAD_FIELD' };
  return { ok: true, card: { ...card, number: number.normalised } };
}

const readers: Readonly<Record<CardLayout, (read: FieldReader) => IdCard>> = {
  mainland: (read) => readMainland('mainland', read),
  hmtResidence: (read) => ({
    ...readMainland('hmtResidence', read),
    ethnicity: null,
    permitNumber: orNull(read(hmtResidenceFields.permitNumber)),
  }),
  foreigner2017: (read) => ({
    ...readForeigner('foreigner2017', foreigner2017Fields, read, read(foreigner2017Fields.englishName)),
    issuer: orNull(read(foreigner2017Fields.issuer)),
  }),
  foreigner2023: (read) => {
    const { englishName, englishNameRest } = foreigner2023Fields;
    return readForeigner('foreigner2023', foreigner2023Fields, read, read(englishName, englishNameRest));
  },
};

function readMainland(layout: 'mainland' | 'hmtResidence', read: FieldReader): IdCard {
  const name = read(mainlandFields.name);
  const ethnicCode = read(mainlandFields.ethnicity);
  return {
    layout,
    documentType: documentTypes[layout],
    name: wholeCharacters(name),
    englishName: null,
    sex: sexOf(read(mainlandFields.sex)),
    ethnicity: ethnicCode === '' ? null : { code: ethnicCode, name: ethnicName(ethnicCode) },
    birthDate: dashed(read(mainlandFields.birthDate)),
    address: orNull(read(mainlandFields.address)),
    number: read(mainlandFields.number),
    nationality: null,
    issuer: orNull(read(mainlandFields.issuer)),
    validFrom: dashed(read(mainlandFields.validFrom)),
    validTo: endDate(read(mainlandFields.validTo)),
    permitNumber: null,
    nameFlag: /\s/.test(name) ? 'blank' : nameFlagOf(name),
  };
}

function readForeigner(
  layout: 'foreigner2017' | 'foreigner2023',
  fields: typeof foreigner2017Fields | typeof foreigner2023Fields,
  read: FieldReader,
  englishName: string,
): IdCard {
  const chineseName = read(fields.name);
  const name = chineseName === '' ? englishName : wholeCharacters(chineseName);
  return {
    layout,
    documentType: documentTypes[layout],
    name,
    englishName: orNull(englishName),
    sex: sexOf(read(fields.sex)),
    ethnicity: null,
    birthDate: dashed(read(fields.birthDate)),
    address: null,
    number: read(fields.number),
    nationality: orNull(read(fields.nationality)),
    issuer: null,
    validFrom: dashed(read(fields.validFrom)),
    validTo: endDate(read(fields.validTo)),
    permitNumber: null,
    nameFlag: chineseName === '' && name !== '' ? null : nameFlagOf(chineseName),
  };
}

function layoutOf(character: string): CardLayout | null {
  if (character === '') return 'mainland';
  const layouts = Object.keys(layoutCharacters) as CardLayout[];
  return layouts.find((layout) => layoutCharacters[layout] === character) ?? null;
}

function sexOf(code: string): CardSex {
  const sexes = Object.keys(sexCodes) as CardSex[];
  return sexes.find((sex) => sexCodes[sex] === code) ?? 'unknown';
}

function nameFlagOf(name: string): NameFlag | null {
  if (name === '') return 'blank';
  if (/\p{Co}/u.test(name)) return 'privateUse';
  return name.length >= nameUnits ? 'cutAt15' : null;
}

/** A cut may go through the middle of a rare character, and half a character cannot be stored. */
function wholeCharacters(name: string): string {
  return name.replace(/[\uD800-\uDBFF]$/, '');
}

/** Cards pad with spaces, some with NUL. */
function trimPadding(text: string): string {
  return text.replace(/^[\0 ]+|[\0 ]+$/g, '');
}

function dashed(date: string): string {
  return date.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

function endDate(text: string): string {
  return text === longTermText ? longTerm : dashed(text);
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
