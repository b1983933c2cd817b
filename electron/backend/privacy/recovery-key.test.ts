// The recovery key as hands type it: understood however it is written, and no slip goes unnoticed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../shared/random.ts';
import { drawRecoveryKey, GROUPS, readRecoveryKey } from './recovery-key.ts';

const groups = drawRecoveryKey(seededRandom(5));
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a key reads back however it was typed', () => {
  const typed = [
    groups.join('-'),
    groups.join(' ').toLowerCase(),
    groups.join('\n'),
    groups.join('—').replaceAll('0', 'O').replaceAll('1', 'l'),
    groups.join('　').replaceAll(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  ];
  for (const text of typed) expect(readRecoveryKey(text)).toEqual({ ok: true, groups });
  expect(groups).toHaveLength(GROUPS);
});

test('every wrong symbol and every two neighbours that changed places are told, with their group', () => {
  const place = fc.record({ key: fc.nat(1000), group: fc.nat(GROUPS - 1), at: fc.nat(4), wrong: fc.nat(31) });
  fc.assert(
    fc.property(place, ({ key, group, at, wrong }) => {
      const drawn = drawRecoveryKey(seededRandom(key));
      const own = [...(drawn[group] ?? '')];
      const symbol = SYMBOLS.charAt(wrong);
      const slip = own.with(at, symbol);
      const swapped = at < 4 ? own.with(at, own[at + 1] ?? '').with(at + 1, own[at] ?? '') : own;
      for (const typed of [slip.join(''), swapped.join('')]) {
        const expected = typed === own.join('') ? { ok: true } : { reason: 'CHECK', group: group + 1 };
        expect(readRecoveryKey(drawn.with(group, typed).join('-'))).toMatchObject(expected);
      }
    }),
    { numRuns: 500, seed: 7 },
  );
});

test('groups in the wrong order, a symbol that there is not and a forgotten one are told', () => {
  const [first = '', second = '', ...rest] = groups;
  expect(readRecoveryKey([second, first, ...rest].join('-'))).toMatchObject({ reason: 'CHECK', group: 1 });
  expect(readRecoveryKey([first, 'U', second.slice(1), ...rest].join(''))).toEqual({
    ok: false,
    reason: 'SYMBOL',
    group: 2,
  });
  expect(readRecoveryKey(groups.join('').slice(1))).toEqual({ ok: false, reason: 'LENGTH', length: 34 });
});
