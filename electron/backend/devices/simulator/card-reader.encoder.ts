// Writes the text of an invented card, byte for byte as a real one carries it.
import { longTerm } from '../card-reader/id-card.ts';
import type { CardLayout, IdCard } from '../card-reader/id-card.ts';
import { sdtStatus } from '../card-reader/sdt-command.ts';
import {
  cardTextLength,
  foreigner2017Fields,
  foreigner2023Fields,
  hmtResidenceFields,
  layoutCharacterField,
  layoutCharacters,
  longTermText,
  mainlandFields,
  sexCodes,
} from '../card-reader/sdt-layouts.ts';
import type { CardField } from '../card-reader/sdt-layouts.ts';

/** A field of an invented card does not fit its place on the card; nothing was written. */
export class CardFieldTooLongError extends Error {
  readonly units: number;

  constructor(units: number) {
    super(`A card field holds at most ${units} UTF-16 units; shorten it.`);
    this.name = 'CardFieldTooLongError';
    this.units = units;
  }
}

type FieldWriter = (field: CardField, text: string) => void;

const photoLength = 1024;

/** The 256 bytes of text of a card. Throws CardFieldTooLongError. */
export function encodeCardText(card: IdCard): Buffer {
  const text = Buffer.from(' '.repeat(cardTextLength / 2), 'utf16le');
  const write: FieldWriter = ([offset, length], value) => {
    if (value.length > length / 2) throw new CardFieldTooLongError(length / 2);
    text.write(value, offset, 'utf16le');
  };
  writers[card.layout](card, write);
  write(layoutCharacterField, layoutCharacters[card.layout]);
  return text;
}

/** The payload of a whole `read` answer: status, lengths, the text, and a filler where the photo would be. */
export function encodeReadAnswer(card: IdCard): Buffer {
  const head = Buffer.from([0, 0, sdtStatus.success, 0, 0, 0, 0]);
  head.writeUInt16BE(cardTextLength, 3);
  head.writeUInt16BE(photoLength, 5);
  return Buffer.concat([head, encodeCardText(card), Buffer.alloc(photoLength, 'photo')]);
}

const writers: Readonly<Record<CardLayout, (card: IdCard, write: FieldWriter) => void>> = {
  mainland: writeMainland,
  hmtResidence(card, write) {
    writeMainland(card, write);
    write(hmtResidenceFields.permitNumber, card.permitNumber ?? '');
    write(hmtResidenceFields.issueCount, '01');
  },
  foreigner2017(card, write) {
    writeForeigner(foreigner2017Fields, card, write);
    write(foreigner2017Fields.englishName, card.englishName ?? '');
    write(foreigner2017Fields.version, '01');
    write(foreigner2017Fields.issuer, card.issuer ?? '');
  },
  foreigner2023(card, write) {
    const { englishName, englishNameRest, renewals } = foreigner2023Fields;
    const seam = englishName[1] / 2;
    writeForeigner(foreigner2023Fields, card, write);
    write(englishName, (card.englishName ?? '').slice(0, seam));
    write(englishNameRest, (card.englishName ?? '').slice(seam));
    write(renewals, '00');
  },
};

function writeMainland(card: IdCard, write: FieldWriter): void {
  write(mainlandFields.name, card.name);
  write(mainlandFields.sex, sexCodes[card.sex]);
  write(mainlandFields.ethnicity, card.ethnicity?.code ?? '');
  write(mainlandFields.birthDate, plain(card.birthDate));
  write(mainlandFields.address, card.address ?? '');
  write(mainlandFields.number, card.number);
  write(mainlandFields.issuer, card.issuer ?? '');
  write(mainlandFields.validFrom, plain(card.validFrom));
  write(mainlandFields.validTo, plain(card.validTo));
}

function writeForeigner(
  fields: typeof foreigner2017Fields | typeof foreigner2023Fields,
  card: IdCard,
  write: FieldWriter,
): void {
  write(fields.name, card.name === card.englishName ? '' : card.name);
  write(fields.sex, sexCodes[card.sex]);
  write(fields.birthDate, plain(card.birthDate));
  write(fields.number, card.number);
  write(fields.nationality, card.nationality ?? '');
  write(fields.validFrom, plain(card.validFrom));
  write(fields.validTo, plain(card.validTo));
}

function plain(date: string): string {
  return date === longTerm ? longTermText : date.replaceAll('-', '');
}
