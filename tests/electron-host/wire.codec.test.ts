// What crosses between processes arrives as it left, or is refused aloud.
import { expect, test } from 'vitest';
import { codec } from './wire.codec.ts';
import type { Wire } from './wire.codec.ts';

const overTheWire = (value: unknown) => codec.decode(JSON.parse(JSON.stringify(codec.encode(value))) as Wire);

test.each([
  ['plain values', { name: '王芳', floor: 12, late: false, note: null, keys: ['a', ['b']] }],
  ['what JSON would lose', [undefined, Number.NaN, Number.POSITIVE_INFINITY, -0, 9007199254740993n]],
  ['a missing property', { gone: undefined }],
  ['dates, also broken ones', [new Date(1_700_000_000_000), new Date(Number.NaN)]],
  ['maps and sets with anything in them', new Map<unknown, unknown>([[{ a: 1 }, new Set([1, 'x'])]])],
  ['patterns', /^\d+$/giu],
  ['views of every width', [new Float64Array([0.5, -1]), new BigInt64Array([-5n]), new Int16Array([1, -2])]],
  ['a data view', new DataView(new Uint8Array([1, 2, 3]).buffer)],
  ['raw bytes', new Uint8Array([0, 1, 254, 255]).buffer],
  ['an object that looks like a tag', { $: 'date', v: { $: 'map' } }],
])('%s arrive as they left', (_what, value) => {
  expect(overTheWire(value)).toStrictEqual(value);
});

test('a part of a larger buffer arrives alone', () => {
  const part = new Uint8Array([1, 2, 3, 4, 5]).subarray(1, 3);
  expect(overTheWire(part)).toStrictEqual(new Uint8Array([2, 3]));
  expect(overTheWire(Buffer.from('钥匙'))).toStrictEqual(new Uint8Array(Buffer.from('钥匙')));
});

test('an error keeps its kind, its name and its sentence', () => {
  const named = Object.assign(new Error('the key is out'), { name: 'KeyIsOut' });
  const [range, own] = overTheWire([new RangeError('too many'), named]) as Error[];
  expect(range).toBeInstanceOf(RangeError);
  expect(range?.message).toBe('too many');
  expect([own?.name, own?.message]).toEqual(['KeyIsOut', 'the key is out']);
});

test('a value used twice arrives twice', () => {
  const place = { floor: 3 };
  expect(overTheWire([place, place])).toStrictEqual([{ floor: 3 }, { floor: 3 }]);
});

const circle: { self?: unknown } = {};
circle.self = circle;

test.each([
  ['a function', { run: () => 1 }],
  ['a symbol', Symbol('x')],
  ['a promise', Promise.resolve(1)],
  ['a blob', new Blob(['x'])],
  ['a circle', circle],
])('%s is refused', (_what, value) => {
  expect(() => codec.encode(value)).toThrow('An object could not be cloned');
});
