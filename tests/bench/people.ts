// Invented visitors for the bench: every one with a document of their own, nobody twice.
import type { z } from 'zod';
import { visitorForm } from '../../electron/api/visit-forms.ts';
import { PURPOSES } from '../../electron/api/visit-states.ts';
import type { IdCard } from '../../electron/backend/devices/card-reader/id-card.ts';
import { residentCheckCharacter } from '../../electron/backend/shared/document-number.ts';
import { uuidv7 } from '../support/ids.ts';
import { walkIn } from '../support/visits.ts';

export type VisitorInput = z.output<typeof visitorForm> & { readonly commandId: string };

/** Beyond every row of a filled database. */
const FIRST_NEW = 50_000_000;
const FAMILY = '赵钱孙李周吴郑王冯陈';
const GIVEN = '测试甲乙丙丁戊己庚辛';

/** The `n`-th visitor's form, checked by the contract as a call's input is. */
export function visitor(n: number, changes: Parameters<typeof walkIn>[0] = {}): VisitorInput {
  const day = new Date(Date.UTC(1950, 0, 1 + (n % 18_000))).toISOString().slice(0, 10).replaceAll('-', '');
  const first17 = `${110_000 + (Math.floor(n / 18_000_000) % 9)}${day}${String(Math.floor(n / 18_000) % 1000).padStart(3, '0')}`;
  const form = walkIn({
    name: `${FAMILY[n % 10]}${GIVEN[Math.floor(n / 10) % 10]}${GIVEN[Math.floor(n / 100) % 10]}`,
    documentNumber: `${first17}${residentCheckCharacter(first17)}`,
    phone: `139${String(n % 100_000_000).padStart(8, '0')}`,
    purpose: PURPOSES[n % PURPOSES.length] ?? 'other',
    ...changes,
  });
  return { ...visitorForm.parse(form), commandId: uuidv7() };
}

let count = 0;

/** Somebody who has never been here, nor in the filled database. */
export function nextVisitor(changes: Parameters<typeof walkIn>[0] = {}): VisitorInput {
  count += 1;
  return visitor(FIRST_NEW + count, changes);
}

/** The same person as a card on the reader shows them. */
export function card(n: number): IdCard {
  const { name, documentNumber } = visitor(FIRST_NEW + n);
  const number = documentNumber ?? '';
  return {
    ...{ layout: 'mainland', documentType: 'residentId', name: name ?? '', englishName: null, number },
    ...{ sex: 'male', ethnicity: { code: '01', name: '汉' }, nationality: null, permitNumber: null },
    ...{ birthDate: number.replace(/^.{6}(.{4})(..)(..).*$/, '$1-$2-$3'), address: '北京市东城区虚构路1号' },
    ...{ issuer: '北京市公安局东城分局', validFrom: '2020-01-01', validTo: '2040-01-01', nameFlag: null },
  };
}
