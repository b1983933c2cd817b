// Inputs of the right shape with anything in them: what fast-check makes of a zod schema of the contract.
import fc from 'fast-check';
import { z } from 'zod';

/** Texts of every kind that the contract knows; each field takes those that its schema lets through. */
const TEXTS = [
  ...[
    '',
    ' ',
    '甲',
    '测试甲',
    '欧阳·试验',
    '😀',
    '𠮷野家',
    '\u202Eabc',
    'مرحبا',
    'a'.repeat(100),
    '试'.repeat(100),
  ],
  ...[
    'L1',
    'A-1203',
    'K001',
    'A',
    '1',
    '0101',
    'b',
    'VIP',
    '=1+1',
    '../../etc/passwd',
    '%00',
    "'; DROP TABLE visit; --",
  ],
  ...['13900001111', '+86 139 0000 1111', '110101199003070011', '11010519491231002X', 'E12345678', '123456'],
  ...['2026-11-21', '2026-02-29', '08:00', '23:59', '24:00', 'Asia/Shanghai', 'Europe/Berlin', 'zh-CN', 'en'],
  ...[
    '1000000000000009',
    '0063E9AE',
    'DEADBEEF',
    '04A1B2C3D4E5F6',
    '127.0.0.1',
    '/dev/ttyUSB0',
    'COM3',
    'Slip printer',
  ],
  ...['ABCDE', 'ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2-34567-89ABC', 'eHl6', 'iVBORw0KGgo='],
];
const NUMBERS = [
  0,
  1,
  2,
  3,
  4,
  7,
  12,
  24,
  60,
  90,
  100,
  365,
  5000,
  9100,
  9600,
  115_200,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
];

export interface Known {
  /** Records that there are: where a number may stand, often one of them does. */
  readonly records: readonly number[];
  /** Codes and numbers that mean something here. */
  readonly texts: readonly string[];
  /** Moments around now, UTC ms. */
  readonly moments: readonly number[];
  readonly commandId: () => string;
}

/**
 * Values that a schema takes, as far as its leaves can tell; what it asks of several fields together may refuse them
 * still. Throws for a kind of schema that the contract had not when this was written.
 */
export function shaped(schema: z.core.$ZodType, known: Known): fc.Arbitrary<unknown> {
  const of = (inner: z.core.$ZodType): fc.Arbitrary<unknown> => shaped(inner, known);
  const fits = (value: unknown): boolean => z.safeParse(schema, value).success;
  const oneOf = (candidates: readonly unknown[]): fc.Arbitrary<unknown> => {
    const fitting = candidates.filter(fits);
    return fc.constantFrom(...(fitting.length > 0 ? fitting : candidates));
  };
  const text = (): fc.Arbitrary<unknown> =>
    fits(known.commandId()) && !fits('甲')
      ? fc.constant(null).map(() => known.commandId())
      : oneOf([...known.texts, ...TEXTS]);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(def.shape).map(([name, inner]) => [name, of(inner)])),
      );
    case 'string':
      return text();
    case 'number':
      return fc.oneof(
        { weight: 3, arbitrary: oneOf([...known.records, ...known.moments, ...NUMBERS.slice(0, 8)]) },
        { weight: 1, arbitrary: oneOf(NUMBERS) },
      );
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'array':
      return fc.array(of(def.element), { maxLength: 3 });
    case 'record':
      return fc.dictionary(of(def.keyType) as fc.Arbitrary<string>, of(def.valueType), { maxKeys: 3 });
    case 'union':
      return fc.oneof(...def.options.map(of));
    case 'nullable':
      return fc.oneof(fc.constant(null), of(def.innerType), of(def.innerType));
    case 'optional':
    case 'default':
      return fc.oneof(fc.constant(undefined), of(def.innerType), of(def.innerType));
    case 'pipe':
      // What stands before a transformation gives the shape; a text is asked for through all of it.
      return beginsAs(def.in) === 'string' ? text() : of(def.in);
    default:
      throw new Error(`no input of the contract was of this kind: ${def.type}`);
  }
}

function beginsAs(schema: z.core.$ZodType): string {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'pipe' ? beginsAs(def.in) : def.type;
}
