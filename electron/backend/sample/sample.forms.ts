// What the desk typed, or read from a card, about each invented visitor.
import companies from '../../../resources/sample/companies.json' with { type: 'json' };
import words from '../../../resources/sample/visits.json' with { type: 'json' };
import type { ExpectedForm, VisitorForm } from '../../api/visit-forms.ts';
import type { Purpose } from '../../api/visit-states.ts';
import type { ORIGINS } from '../../api/history.ts';
import type { Dice } from './sample.dice.ts';
import { CARD_DOCUMENTS, chineseName, mobile, type Person } from './sample.people.ts';
import type { Host } from './sample.places.ts';

export interface Forms {
  /** Somebody who shows a document; their company, or a contractor's for works and repairs. */
  guest(person: Person, purpose: Purpose): VisitorForm;
  /** A courier: name and phone, in and out. */
  delivery(): VisitorForm;
  /** No document: the host came down. */
  vouched(): VisitorForm;
  /** Announced by the host, with or without the number of a document. */
  announced(person: Person, from: number, until: number): ExpectedForm;
}

const PURPOSES = {
  meeting: 38,
  visit: 28,
  interview: 14,
  works: 7,
  repair: 4,
  tour: 3,
  official: 3,
  other: 3,
};

export function drawPurpose(dice: Dice): Purpose {
  return dice.weighted(PURPOSES);
}

export function createForms(dice: Dice, hosts: readonly Host[]): Forms {
  const known = new Set<Person>();
  const maybe = (percent: number, things: readonly string[]): string | null =>
    dice.chance(percent) ? dice.pick(things) : null;
  const destination = () => {
    const { contact, name, unit } = dice.pick(hosts);
    return { host: contact, hostName: name, units: [unit] };
  };
  const blank = {
    ...({ documentType: 'none', documentNumber: null, documentEnd: null, nationality: null } as const),
    ...{ company: null, plate: null, items: null, remarks: null },
    ...({ verifiedBy: 'none', printPass: true, anotherPerson: true } as const),
  };
  const unnamed = () => ({ name: chineseName(dice), phone: mobile(dice) });

  return {
    guest(person, purpose) {
      const hands = purpose === 'works' || purpose === 'repair';
      const byCard = CARD_DOCUMENTS.has(person.documentType) && dice.chance(88);
      const how = known.has(person) ? 'carriedOver' : 'typed';
      known.add(person);
      return {
        ...blank,
        ...person,
        company: hands ? dice.pick(companies.contractors) : person.company,
        purpose,
        ...destination(),
        plate: dice.chance(12) ? dice.pick(words.plateHeads) + dice.digits(5) : null,
        items: hands ? dice.pick(words.items) : maybe(6, words.items),
        remarks: maybe(5, words.remarks),
        origins: origins(byCard ? 'card' : how, how),
        verifiedBy: byCard ? 'card' : 'document',
      };
    },
    delivery() {
      return {
        ...{ ...blank, ...unnamed() },
        company: dice.pick(companies.couriers),
        purpose: 'delivery',
        ...destination(),
        items: dice.pick(words.deliveryItems),
        origins: origins('typed', 'typed'),
        printPass: dice.chance(40),
      };
    },
    vouched() {
      const form = { ...blank, ...unnamed(), purpose: 'visit' as const, ...destination() };
      return {
        ...{ ...form, verifiedBy: 'hostVouched', remarks: words.vouched },
        origins: origins('typed', 'typed'),
      };
    },
    announced(person, expectedFrom, expectedUntil) {
      const { verifiedBy: _verified, printPass: _print, ...fields } = blank;
      const { name, phone, company, nationality } = person;
      const document = dice.chance(45) ? person : fields;
      const { documentType, documentNumber, documentEnd } = document;
      return {
        ...{ ...fields, name, phone, company, nationality, documentType, documentNumber, documentEnd },
        ...{ purpose: dice.chance(60) ? 'meeting' : 'interview', ...destination() },
        ...{ origins: origins('typed', 'typed'), expectedFrom, expectedUntil },
      };
    },
  };
}

type Origin = (typeof ORIGINS)[number];

function origins(identity: Origin, rest: Origin): VisitorForm['origins'] {
  return {
    name: identity,
    documentNumber: identity,
    phone: rest,
    company: rest,
    purpose: 'typed',
    host: 'typed',
  };
}
