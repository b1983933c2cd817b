// Where each field stands in the 256 bytes of card text. UTF-16LE, padded with spaces; the character at 248 names the layout.
import type { CardLayout, CardSex } from './id-card.ts';

/** Offset and length in bytes. */
export type CardField = readonly [offset: number, length: number];

export const cardTextLength = 256;
export const layoutCharacterField: CardField = [248, 2];

/** The name field holds 15 UTF-16 units; the card itself cuts what is longer. */
export const nameUnits = 15;

/** The resident's card, long-term or not. */
export const mainlandFields = {
  name: [0, 30],
  sex: [30, 2],
  ethnicity: [32, 4],
  birthDate: [36, 16],
  address: [52, 70],
  number: [122, 36],
  issuer: [158, 30],
  validFrom: [188, 16],
  validTo: [204, 16],
} as const satisfies Record<string, CardField>;

/** 港澳台居民居住证, since 2018: the resident's card with the travel permit in its reserved bytes. */
export const hmtResidenceFields = {
  ...mainlandFields,
  permitNumber: [220, 18],
  issueCount: [238, 4],
} as const satisfies Record<string, CardField>;

/** 外国人永久居留身份证 of 2023. The English name goes on behind the dates when 35 characters are not enough. */
export const foreigner2023Fields = {
  name: [0, 30],
  sex: [30, 2],
  renewals: [32, 4],
  birthDate: [36, 16],
  englishName: [52, 70],
  number: [122, 36],
  validFrom: [188, 16],
  validTo: [204, 16],
  englishNameRest: [220, 22],
  nationality: [242, 6],
} as const satisfies Record<string, CardField>;

/** 外国人永久居留身份证 of 2017: an order of its own. */
export const foreigner2017Fields = {
  englishName: [0, 120],
  sex: [120, 2],
  number: [122, 30],
  nationality: [152, 6],
  name: [158, 30],
  validFrom: [188, 16],
  validTo: [204, 16],
  birthDate: [220, 16],
  version: [236, 4],
  issuer: [240, 8],
} as const satisfies Record<string, CardField>;

/** The character that marks each layout. */
export const layoutCharacters: Readonly<Record<CardLayout, string>> = {
  mainland: ' ',
  hmtResidence: 'J',
  foreigner2017: 'I',
  foreigner2023: 'Y',
};

/** GB/T 2261.1. */
export const sexCodes: Readonly<Record<CardSex, string>> = {
  unknown: '0',
  male: '1',
  female: '2',
  notStated: '9',
};

/** What stands for a date in a card without end. */
export const longTermText = '长期';
