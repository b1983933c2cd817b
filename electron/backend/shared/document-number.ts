// What makes a document number a sound one, per kind of document, and how it is shown without being told whole.
import type { DocumentType } from '../../api/identity.ts';

export type DocumentNumberProblem = 'CHECK_DIGIT' | 'SHAPE' | 'BIRTH_DATE';

export type DocumentNumberCheck =
  | { ok: true; normalised: string }
  | { ok: false; reason: DocumentNumberProblem };

const residentShape = /^(?!8[123]0000)[1-8]\d{16}[\dX]$/;
const hmtShape = /^8[123]0000\d{11}[\dX]$/;
const foreigner2023Shape = /^9\d{16}[\dX]$/;
const foreigner2017Shape = /^[A-Z]{3}\d{12}$/;
const hongKongMacaoShape = /^[HM]\d{8}$/;
const taiwanShape = /^\d{8}$/;
const passportShape = /^(?=.*\d)[A-Z0-9]{5,12}$/;
const freeShape = /^[^\p{Cc}\p{Cs}\p{Co}]{1,40}$/u;

const oldestBirthYear = 1900;

/** Folds full-width input, drops all spaces, writes letters large. Hyphens stay: they may be part of a number. */
export function normaliseDocumentNumber(number: string): string {
  return number
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s|\u200B|\u200C|\u200D|\u2060/g, '')
    .toUpperCase();
}

/**
 * Says whether a number can belong to a document of this type, and gives it back normalised.
 * A wrong check digit is told before a wrong birth date: it is the likelier slip of a typing hand.
 * @param today `YYYY-MM-DD`; when given, a birth date after it is refused too.
 */
export function checkDocumentNumber(type: DocumentType, number: string, today?: string): DocumentNumberCheck {
  const normalised = normaliseDocumentNumber(number);
  const reason = findProblem(type, normalised, today);
  return reason === null ? { ok: true, normalised } : { ok: false, reason };
}

function findProblem(
  type: DocumentType,
  number: string,
  today: string | undefined,
): DocumentNumberProblem | null {
  switch (type) {
    case 'residentId':
      return eighteenDigitProblem(number, residentShape, today);
    case 'hmtResidencePermit':
      return eighteenDigitProblem(number, hmtShape, today);
    case 'foreignerPermanentResidence':
      return foreigner2017Shape.test(number)
        ? foreigner2017Problem(number)
        : eighteenDigitProblem(number, foreigner2023Shape, today);
    case 'hongKongMacaoPermit':
      return hongKongMacaoShape.test(number) ? null : 'SHAPE';
    case 'taiwanPermit':
      return taiwanShape.test(number) ? null : 'SHAPE';
    case 'passport':
      return passportShape.test(number) ? null : 'SHAPE';
    case 'policeCard':
    case 'militaryCard':
    case 'drivingLicence':
    case 'workCard':
    case 'electronicId':
    case 'other':
      return freeShape.test(number) ? null : 'SHAPE';
    case 'none':
      return number === '' ? null : 'SHAPE';
  }
}

function eighteenDigitProblem(
  number: string,
  shape: RegExp,
  today: string | undefined,
): DocumentNumberProblem | null {
  if (!shape.test(number)) return 'SHAPE';
  if (residentCheckCharacter(number.slice(0, 17)) !== number[17]) return 'CHECK_DIGIT';
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return isPlausibleBirthDate(birthDate, today) ? null : 'BIRTH_DATE';
}

function foreigner2017Problem(number: string): DocumentNumberProblem | null {
  if (icaoCheckDigit(number.slice(0, 14)) !== number[14]) return 'CHECK_DIGIT';
  const [year, month, day] = [number.slice(7, 9), number.slice(9, 11), number.slice(11, 13)];
  // Two digits do not tell the century; 2000 was a leap year, so it admits every day that either century has.
  return isCalendarDate(`20${year}-${month}-${day}`) ? null : 'BIRTH_DATE';
}

function isPlausibleBirthDate(date: string, today: string | undefined): boolean {
  if (!isCalendarDate(date) || Number(date.slice(0, 4)) < oldestBirthYear) return false;
  return today === undefined || date <= today;
}

/** Whether `YYYY-MM-DD` names a day of the calendar. */
export function isCalendarDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** The 18th character for the first 17 digits: GB 11643, ISO 7064 MOD 11-2. */
export function residentCheckCharacter(first17: string): string {
  // Horner's form of the standard's weights: doubling modulo 11 from the left.
  let sum = 0;
  for (const digit of first17) sum = ((sum + Number(digit)) * 2) % 11;
  const value = (12 - sum) % 11;
  return value === 10 ? 'X' : String(value);
}

/** The check digit of the 2017 foreigner's card over its first 14 characters: ICAO 9303, weights 7-3-1. */
export function icaoCheckDigit(characters: string): string {
  const weights = [7, 3, 1] as const;
  let sum = 0;
  Array.from(characters).forEach((character, index) => {
    sum += Number.parseInt(character, 36) * (weights[index % 3] ?? 0);
  });
  return String(sum % 10);
}

/** The kind under which a document number is blind-indexed: equal numbers of different documents differ. */
export function documentKind(type: DocumentType): string {
  return `document:${type}`;
}

/** The number with its middle starred: `110101********1234`. The shorter it is, the less of it stays. */
export function maskDocumentNumber(number: string): string {
  const characters = Array.from(normaliseDocumentNumber(number));
  const length = characters.length;
  const [head, tail] = length >= 15 ? [6, 4] : length >= 8 ? [1, 4] : length >= 4 ? [0, 2] : [0, 0];
  const stars = '*'.repeat(length - head - tail);
  return characters.slice(0, head).join('') + stars + characters.slice(length - tail).join('');
}

/** The last four characters, by which a document is found again at the desk; a shorter number comes back whole. */
export function lastFour(number: string): string {
  return Array.from(normaliseDocumentNumber(number)).slice(-4).join('');
}
