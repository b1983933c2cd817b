// Tag, seal and loss of a key as two desks tell them that know nothing of each other.
import { expect, test } from 'vitest';
import type { KeyCareEvent } from './key-care.events.ts';
import { foldKeyCare, isCareEvent } from './key-care.fold.ts';

type Cared = Parameters<typeof foldKeyCare>[0];

const KEY: Cared = {
  ...{ state: 'in_cabinet', desk: 'L1', transferTo: null, tag: '2000000000000008', rfid: null },
  ...{ seal: 'F-1', clock: 0 },
};

const meta = (clock: number, desk = 'L1') => ({
  ...{ id: clock, record: 1, happenedAt: clock, recordedAt: clock, day: '2026-11-21', clock, desk },
  ...({ actor: 'staff', staff: 7, approver: null, shift: null } as const),
});
const plain = (clock: number, type: 'key.found' | 'key.hung_up', desk?: string): KeyCareEvent => ({
  ...{ ...meta(clock, desk), type, body: {}, sealed: null },
});
const lost = (clock: number, desk?: string): KeyCareEvent => ({
  ...{ ...meta(clock, desk), type: 'key.lost', body: { case: 2 }, sealed: null },
});
const opened = (clock: number, seal: string): KeyCareEvent => ({
  ...{ ...meta(clock), type: 'key.seal_opened', body: { seal, ground: 'consent', consentBy: null } },
  sealed: { consentName: null },
});
const resealed = (clock: number, seal: string): KeyCareEvent => ({
  ...{ ...meta(clock), type: 'key.resealed', body: { seal }, sealed: null },
});
const reinstated = (clock: number): KeyCareEvent => ({
  ...{ ...meta(clock), type: 'key.reinstated', body: {}, sealed: { reason: '新配' } },
});
const bound = (clock: number, rfid: string): KeyCareEvent => ({
  ...{ ...meta(clock), type: 'key.tag_bound', body: { by: 'rfid', rfid }, sealed: null },
});

function fold(from: Cared, ...events: readonly KeyCareEvent[]): { key: Cared; issues: string[] } {
  const issues: string[] = [];
  const key = events.reduce((before, event) => {
    const { state, issue } = foldKeyCare(before, event);
    if (issue) issues.push(issue);
    return state;
  }, from);
  return { key, issues };
}

test('a key is lost, lies at another desk, and hangs there: it is seen by whichever desk writes', () => {
  const { key, issues } = fold(KEY, lost(1), plain(2, 'key.found', 'L2'), plain(3, 'key.hung_up', 'L2'));
  expect(key).toEqual({ ...KEY, desk: 'L2', clock: 3 });
  expect(issues).toEqual([]);
});

test('two desks report the same key lost: it is lost once, and somebody looks at it', () => {
  expect(fold(KEY, lost(1), lost(2, 'L2'))).toEqual({
    ...{ key: { ...KEY, state: 'lost', clock: 2 }, issues: ['KEY_GONE'] },
  });
});

test('one desk finds it while another hangs it up: whoever wrote last says where it is, and both are looked at', () => {
  const away = { ...KEY, state: 'lost' } as const;
  const hangsFirst = fold(away, plain(1, 'key.hung_up', 'L2'), plain(2, 'key.found', 'L1'));
  expect(hangsFirst).toMatchObject({ key: { state: 'found', desk: 'L1' }, issues: ['FOUND_NOT_LOST'] });
  const liesFirst = fold(away, plain(1, 'key.found', 'L1'), plain(2, 'key.hung_up', 'L2'));
  expect(liesFirst).toMatchObject({ key: { state: 'in_cabinet', desk: 'L2' }, issues: [] });
});

test('a bag is opened at two desks, or sealed at two: the last word stands, and each second one is an issue', () => {
  expect(fold(KEY, opened(1, 'F-1'), opened(2, 'F-1'))).toMatchObject({
    ...{ key: { seal: null }, issues: ['SEAL_DIFFERS'] },
  });
  expect(fold(KEY, opened(1, 'F-1'), resealed(2, 'F-2'), resealed(3, 'F-3'))).toMatchObject({
    ...{ key: { seal: 'F-3' }, issues: ['SEALED_TWICE'] },
  });
  expect(fold(KEY, opened(1, 'F-9')).issues).toEqual(['SEAL_DIFFERS']);
});

test('one desk has retired a key that another hangs up: it hangs, and is looked for; one in use is not taken back into it', () => {
  const retired = { ...KEY, state: 'retired' } as const;
  expect(fold(retired, plain(1, 'key.hung_up'))).toMatchObject({
    ...{ key: { state: 'in_cabinet' }, issues: ['KEY_GONE'] },
  });
  expect(fold(retired, reinstated(1), reinstated(2))).toMatchObject({
    ...{ key: { state: 'in_cabinet' }, issues: ['NOT_RETIRED'] },
  });
});

test('two desks give it two RFID tags: the later one is worn, the printed tag stays', () => {
  const { key, issues } = fold(KEY, bound(1, '0063E9AE'), bound(2, 'DEADBEEF'));
  expect(key).toEqual({ ...KEY, rfid: 'DEADBEEF', clock: 2 });
  expect(issues).toEqual([]);
  expect(isCareEvent(bound(1, '0063E9AE'))).toBe(true);
  expect(isCareEvent({ type: 'key.put' })).toBe(false);
});
