// The first morning of a desk: an empty folder, a form, and the admin signs in.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import type { SetupForm } from '../../electron/api/setup.contract.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { SAMPLE_PIN } from '../../electron/backend/people/pin.ts';
import { openWindow } from '../support/desk.ts';
import { openInstallation, type Installation } from '../support/installations.ts';
import { walkIn } from '../support/visits.ts';

const form: SetupForm = {
  property: { code: 'TT', nameZh: '测试塔', nameEn: 'Test Tower', address: '', timeZone: 'Asia/Shanghai' },
  desk: { code: 'L1', nameZh: '大堂', nameEn: 'Lobby', opens: '08:00', closes: '20:00' },
  admin: { number: '9001', name: '测试管理员', language: 'zh-CN', pin: '753186' },
};

async function refusalOf({ backend }: Installation, changes: Partial<SetupForm>): Promise<unknown> {
  const { api, close } = openWindow(backend);
  const { error } = await safe(api.setup.create({ ...form, ...changes }));
  close();
  return error;
}

test('an empty desk is set up once, and works', async () => {
  using installation = openInstallation(4, 0, null);
  const { api, close } = openWindow(installation.backend);
  expect(await api.setup.needed()).toEqual({ needed: true, admin: false });
  expect(await api.places.property()).toBeNull();
  await api.setup.create(form);
  expect(await api.setup.needed()).toEqual({ needed: false, admin: false });
  expect(await api.places.property()).toMatchObject({
    nameZh: '测试塔',
    sample: false,
    desk: { code: 'L1' },
  });
  await api.people.signIn({ number: '9001', pin: '753186' });
  expect(await api.visitors.register(walkIn())).toMatchObject({ number: 'V-L1-261121-0001' });
  const wheelchair = { nameZh: '轮椅', depositFen: 50_000, idAsked: true, available: 0, low: false };
  expect(await api.loans.types()).toEqual(expect.arrayContaining([expect.objectContaining(wheelchair)]));
  close();

  expect(await refusalOf(installation, {})).toMatchObject({ code: 'ALREADY_SET_UP', defined: true });
  const { database, journal } = installation.backend;
  const path = database.db.connection.name;
  expect(checkViews(path, journal.projection)).toMatchObject({ outcome: 'equal' });
});

test('a wrong form is refused with its field, and the desk stays empty', async () => {
  using installation = openInstallation(5, 0, null);
  const wrong = async (changes: Partial<SetupForm>): Promise<unknown> => refusalOf(installation, changes);
  const field = (name: string) => ({ code: 'SETUP_FIELD_WRONG', data: { field: name } });
  const { property, desk, admin } = form;
  expect(await wrong({ property: { ...property, timeZone: 'Mars/Base' } })).toMatchObject(
    field('property.timeZone'),
  );
  expect(await wrong({ desk: { ...desk, closes: '07:00' } })).toMatchObject(field('desk.closes'));
  expect(await wrong({ desk: { ...desk, closes: null } })).toMatchObject(field('desk.closes'));
  expect(await wrong({ admin: { ...admin, pin: SAMPLE_PIN } })).toMatchObject(field('admin.pin'));
  expect(await wrong({ admin: { ...admin, pin: '444444' } })).toMatchObject(field('admin.pin'));
  const { api, close } = openWindow(installation.backend);
  expect(await api.setup.needed()).toEqual({ needed: true, admin: false });
  close();
});
