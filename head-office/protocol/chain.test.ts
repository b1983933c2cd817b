// The wire form and its chain, as anyone with a copy of a journal can check them.
import { expect, test } from 'vitest';
import { verifyChain, type Link } from './chain.ts';
import { decodeWire, encodeWire, GENESIS_HASH, hashWire, type WireEvent } from './wire.ts';

const event = (seq: number): WireEvent => ({
  ...{ journal: 7, seq, command: null, record: 1, type: 'visit.left', version: 1 },
  ...{ happenedAt: 1, recordedAt: 1, day: '2026-11-21', clock: seq },
  ...{
    actor: 'staff',
    staff: 1,
    approver: null,
    shift: null,
    desk: 'L1',
    body: { way: 'scan' },
    sealed: null,
  },
});

function chain(length: number): Link[] {
  const links: Link[] = [];
  let hash: Uint8Array = GENESIS_HASH;
  for (let seq = 1; seq <= length; seq += 1) {
    const wire = encodeWire(event(seq));
    hash = hashWire(hash, wire);
    links.push({ wire, hash });
  }
  return links;
}

test('an event comes back as it was written, and its bytes never change with the order of fields', () => {
  const wire = encodeWire(event(1));
  expect(decodeWire(wire)).toEqual(event(1));
  const shuffled = Object.fromEntries(Object.entries(event(1)).toReversed()) as unknown as WireEvent;
  expect(encodeWire(shuffled)).toEqual(wire);
});

test('the layout is frozen: the bytes of one event, to the letter', () => {
  expect(encodeWire(event(1)).toString()).toBe(
    '{"journal":7,"seq":1,"command":null,"record":1,"type":"visit.left","version":1,"happenedAt":1,' +
      '"recordedAt":1,"day":"2026-11-21","clock":1,"actor":"staff","staff":1,"approver":null,"shift":null,' +
      '"desk":"L1","body":{"way":"scan"},"sealed":null}',
  );
});

test('bytes that are no event are a finding, not an exception', () => {
  for (const text of ['', '{', '[]', 'null', '{"journal":7}', '{"journal":-1}']) {
    expect(decodeWire(Buffer.from(text))).toBeNull();
  }
});

test('a whole chain has a head, also when walked from the middle', () => {
  const links = chain(5);
  const whole = verifyChain(7, links);
  expect(whole).toMatchObject({ ok: true, seq: 5 });
  const third = links[2];
  if (!third) throw new Error('the chain is too short');
  expect(verifyChain(7, links.slice(3), { seq: 3, hash: third.hash })).toEqual(whole);
});

test('an event forged with a fitting hash of its own breaks at the next link', () => {
  const links = chain(4);
  const first = links[0];
  if (!first) throw new Error('the chain is empty');
  const wire = encodeWire({ ...event(2), staff: 99 });
  const forged = links.map((link, at) => (at === 1 ? { wire, hash: hashWire(first.hash, wire) } : link));
  expect(verifyChain(7, forged)).toEqual({ ok: false, broken: { journal: 7, seq: 3, reason: 'HASH' } });
});

test('the first broken link is named, and why', () => {
  const links = chain(5);
  const without = [...links.slice(0, 2), ...links.slice(3)];
  expect(verifyChain(7, without)).toEqual({ ok: false, broken: { journal: 7, seq: 3, reason: 'GAP' } });
  const forged = links.map((link, at) => (at === 1 ? { ...link, wire: encodeWire(event(9)) } : link));
  expect(verifyChain(7, forged)).toMatchObject({ ok: false, broken: { seq: 2 } });
  expect(verifyChain(8, links)).toMatchObject({ ok: false, broken: { seq: 1, reason: 'WRONG_JOURNAL' } });
  const noise = Buffer.from('noise');
  const unreadable = [{ wire: noise, hash: hashWire(GENESIS_HASH, noise) }];
  expect(verifyChain(7, unreadable)).toMatchObject({ ok: false, broken: { reason: 'UNREADABLE' } });
});
