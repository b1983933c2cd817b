// Migration 0018: visits from before it came alone, and names are read as the program reads them until somebody corrects it.
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { takeBack } from '../support/versions.ts';
import { OTHER_RESIDENT, walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('a desk from before counts children and corrects a reading from now on', async () => {
  await using desk = await openTestDesk();
  const { id } = await (await desk.signedIn()).visitors.register(walkIn());
  await desk.backend.close();
  takeBack(desk.databasePath, 17);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const api = await desk.signedIn('supervisor');
  expect(await api.visitors.get({ visit: id })).toMatchObject({ children: 0 });
  const written = await api.visitors.register(walkIn({ documentNumber: OTHER_RESIDENT, children: 2 }));
  expect(await api.visitors.get({ visit: written.id })).toMatchObject({ children: 2 });
  const [contact] = await api.places.contacts();
  if (!contact) throw new Error('the test property has a contact');
  const { name, phone, tenant, unit, authorises, active, revision } = contact;
  await api.places.putContact({
    ...{ commandId: uuidv7(), record: contact.id, revision, name: name ?? '', phone, tenant, unit },
    ...{ authorises, active, pinyin: 'dan shi yan' },
  });
  expect(await api.places.find({ text: 'dsy' })).toMatchObject([{ contact: contact.id }]);
  expectWhole(desk);
});
