// Invented visitors: names of every shape, and documents whose numbers are sound and belong to nobody.
import people from '../../../resources/sample/people.json' with { type: 'json' };
import type { DocumentType } from '../../api/identity.ts';
import type { BusinessDay, Calendar } from '../shared/clock.ts';
import { residentCheckCharacter } from '../shared/document-number.ts';
import { createCompanies } from './sample.companies.ts';
import type { Dice } from './sample.dice.ts';

/** A visitor as the sample knows them, over all their visits. */
export interface Person {
  readonly name: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  /** Last day of the document. */
  readonly documentEnd: BusinessDay | 'longTerm';
  readonly nationality: string | null;
  readonly phone: string;
  readonly company: string | null;
}

/** A card lies on the reader; the other documents are read by eye and typed. */
export const CARD_DOCUMENTS: ReadonlySet<DocumentType> = new Set<DocumentType>([
  'residentId',
  'hmtResidencePermit',
  'foreignerPermanentResidence',
]);

const NATIVE_DOCUMENTS = {
  residentId: 86,
  hongKongMacaoPermit: 4,
  hmtResidencePermit: 4,
  taiwanPermit: 3,
  drivingLicence: 3,
} as const;

/** How many of a hundred documents have run out. */
const EXPIRED = 3;

/** `count` different people; those with names worth looking at come first. */
export function createPeople(dice: Dice, calendar: Calendar, today: BusinessDay, count: number): Person[] {
  const companies = createCompanies(dice);
  const rest = (): Pick<Person, 'documentEnd' | 'phone' | 'company'> => ({
    documentEnd: documentEnd(dice, calendar, today),
    phone: mobile(dice),
    company: dice.chance(80) ? companies.visiting() : null,
  });
  const native = (name: string): Person => {
    const documentType = dice.weighted(NATIVE_DOCUMENTS);
    return { name, documentType, documentNumber: numberOf(dice, documentType), nationality: null, ...rest() };
  };
  const foreign = ({ name, nationality }: (typeof people.foreigners)[number]): Person => {
    const documentType = dice.chance(30) ? 'foreignerPermanentResidence' : 'passport';
    return { name, documentType, documentNumber: numberOf(dice, documentType), nationality, ...rest() };
  };
  const notable = [...people.remarkable.map(native), ...people.foreigners.map(foreign)];
  const ordinary = Array.from({ length: count - notable.length }, () => native(chineseName(dice)));
  return [...notable, ...ordinary];
}

export function chineseName(dice: Dice): string {
  return dice.pick(people.surnames) + dice.pick(people.givenNames);
}

export function foreignName(dice: Dice): string {
  return dice.pick(people.foreigners).name;
}

/** A mobile number of a range without subscribers. */
export function mobile(dice: Dice): string {
  return `142${dice.digits(8)}`;
}

function documentEnd(dice: Dice, calendar: Calendar, today: BusinessDay): BusinessDay | 'longTerm' {
  if (dice.chance(EXPIRED)) return calendar.addDays(today, -dice.between(40, 700));
  return dice.chance(12) ? 'longTerm' : calendar.addDays(today, dice.between(90, 5000));
}

function numberOf(
  dice: Dice,
  type: keyof typeof NATIVE_DOCUMENTS | 'passport' | 'foreignerPermanentResidence',
) {
  switch (type) {
    case 'residentId':
    case 'drivingLicence':
      return checked(dice.pick(people.counties) + birthDate(dice) + dice.digits(3));
    case 'hmtResidencePermit':
      return checked(dice.pick(['810000', '820000', '830000']) + birthDate(dice) + dice.digits(3));
    case 'foreignerPermanentResidence':
      return checked(`9${dice.digits(5)}${birthDate(dice)}${dice.digits(3)}`);
    case 'hongKongMacaoPermit':
      return dice.pick(['H', 'M']) + dice.digits(8);
    case 'taiwanPermit':
      return dice.digits(8);
    case 'passport':
      return dice.pick(['C', 'K', 'X', 'P']) + dice.digits(8);
  }
}

/** `YYYYMMDD`, of grown-ups. */
function birthDate(dice: Dice): string {
  const [year, month, day] = [dice.between(1955, 2005), dice.between(1, 12), dice.between(1, 28)];
  return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}

function checked(first17: string): string {
  return first17 + residentCheckCharacter(first17);
}
