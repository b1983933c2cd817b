// Events of visits as older programs wrote them, read today.
import { expect, test } from 'vitest';
import type { EventContent, EventDefinition } from '../../journal/events.ts';
import { visitEvents } from './visitors.events.ts';

const sealed = {
  ...{ name: '测试甲', documentNumber: null, nationality: null, phone: null, company: null },
  ...{ hostName: '单试验', unitText: null, plate: null, items: null, remarks: null },
};
const body = { purpose: 'visit', host: null, units: [], origins: {} };
const numbered = { number: 'V-L1-261121-0001', passCode: '1000000000000000' };

/** The content as today's program reads it; throws where it cannot. */
function read(definition: EventDefinition, from: number, written: EventContent): EventContent {
  let content = written;
  for (let version = from; version < definition.version; version += 1) {
    content = definition.upcasts?.[version]?.(content) ?? expect.fail(`no upcast of version ${version}`);
  }
  definition.body.parse(content.body);
  if (content.sealed !== null) definition.sealed?.parse(content.sealed);
  return content;
}

test('an arrival of the first version came from no paper, and nobody said that help is needed', () => {
  const arrived = {
    ...{ ...body, numbered, documentType: 'none', documentExpired: false, verifiedBy: 'hostVouched' },
    ...{ validUntil: 9, noticeVersion: null, passPrinted: true },
  };
  const today = read(visitEvents['visit.arrived'], 1, { body: arrived, sealed });
  expect(today.body).toMatchObject({ hostConfirmation: 'none', paperLine: null, children: 0, begunBy: null });
  expect(today.body).toMatchObject({ noDocument: null, previous: null });
  expect(today.sealed).toMatchObject({ name: '测试甲', needsHelp: false });
});

test('an arrival that was taken back before took its announcement along', () => {
  const today = read(visitEvents['visit.taken_back'], 1, { body: {}, sealed: null });
  expect(today.body).toEqual({ expectedAgain: false });
});

test('what was announced and amended before is read on; an erased one stays erased', () => {
  const expected = { ...body, documentType: 'none', numbered, expectedFrom: 5, expectedUntil: 9 };
  expect(read(visitEvents['visit.expected'], 1, { body: expected, sealed }).sealed).toMatchObject({
    needsHelp: false,
  });
  const amended = { ...body, document: null };
  expect(read(visitEvents['visit.amended'], 1, { body: amended, sealed: null }).sealed).toBeNull();
  // What it did not know of, it leaves as it is.
  const older = read(visitEvents['visit.amended'], 1, { body: amended, sealed });
  expect(older).toMatchObject({ body: { children: null, noDocument: null }, sealed: { needsHelp: null } });
});
