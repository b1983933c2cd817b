// What of a card reaches the window, as policy has it.
import { expect, test } from 'vitest';
import type { PolicyValues } from '../../api/policies.ts';
import type { IdCard } from '../devices/card-reader/id-card.ts';
import { readingOf } from './desk.card.ts';

const card: IdCard = {
  ...({ layout: 'mainland', documentType: 'residentId', name: '测试甲', englishName: null } as const),
  ...({ sex: 'female', ethnicity: null, birthDate: '1949-12-31', address: '测试路1号' } as const),
  ...{ number: '11010519491231002X', nationality: null, issuer: null, permitNumber: null, nameFlag: null },
  ...{ validFrom: '2020-01-01', validTo: '2040-01-01' },
};

function seen(shown: PolicyValues['card.shown']) {
  return readingOf(card, { shown: () => shown, today: () => '2026-11-21', openVisitOf: () => null });
}

test('what policy has not shown does not leave the backend, name and number do', () => {
  expect(seen({ sex: false, birthDate: false, address: false })).toMatchObject({
    ...{ name: '测试甲', number: '11010519491231002X', expired: false },
    ...{ sex: null, birthDate: null, address: null },
  });
  expect(seen({ sex: true, birthDate: false, address: true })).toMatchObject({
    ...{ sex: 'female', birthDate: null, address: '测试路1号' },
  });
});
