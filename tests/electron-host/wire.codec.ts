// Carries values between processes as JSON, keeping what a structured clone keeps.

/** A JSON value; whatever JSON cannot say stands in it as `{ $: kind, v: parts }`. */
export type Wire = null | boolean | number | string | Wire[] | { [key: string]: Wire };

export interface Codec {
  /** Throws a DataCloneError-like Error for functions, symbols and cycles, as Electron's IPC does. */
  encode(value: unknown): Wire;
  decode(wire: Wire): unknown;
}

export interface Base64 {
  encode(bytes: Uint8Array<ArrayBuffer>): string;
  decode(text: string): Uint8Array<ArrayBuffer>;
}

/** Self-contained on purpose: its source text is also run inside the page (see page.scripts.ts). */
export function createCodec(base64: Base64): Codec {
  const uncloneable = (value: unknown) => new Error(`An object could not be cloned: ${String(value)}`);
  const views = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  };
  const isView = (name: string): name is keyof typeof views => Object.hasOwn(views, name);

  const encodeNumber = (value: number): Wire =>
    Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };

  function encodeBytes(kind: string, buffer: ArrayBufferLike, offset: number, length: number): Wire {
    return { $: kind, v: base64.encode(new Uint8Array(buffer as ArrayBuffer, offset, length)) };
  }

  function encodeObject(value: object, above: object[]): Wire {
    if (above.includes(value)) throw uncloneable('a value that contains itself');
    const path = [...above, value];
    const inner = (part: unknown) => encodePart(part, path);
    if (Array.isArray(value)) return Array.from(value, inner);
    if (value instanceof Date) return { $: 'date', v: encodeNumber(value.getTime()) };
    if (value instanceof Map) return { $: 'map', v: [...value].map((pair) => pair.map(inner)) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(inner) };
    if (value instanceof RegExp) return { $: 'regexp', v: [value.source, value.flags] };
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message, value.stack ?? ''] };
    if (value instanceof ArrayBuffer) return encodeBytes('ArrayBuffer', value, 0, value.byteLength);
    if (ArrayBuffer.isView(value)) {
      const kind = Object.prototype.toString.call(value).slice(8, -1);
      return encodeBytes(kind, value.buffer, value.byteOffset, value.byteLength);
    }
    const refused = [Promise, WeakMap, WeakSet, Blob];
    if (refused.some((kind) => value instanceof kind)) throw uncloneable(value);
    const pairs = Object.entries(value).map(([key, part]): [string, Wire] => [key, inner(part)]);
    return Object.hasOwn(value, '$') ? { $: 'object', v: pairs } : Object.fromEntries(pairs);
  }

  function encodePart(value: unknown, above: object[]): Wire {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return encodeNumber(value);
      case 'undefined':
        return { $: 'undefined', v: null };
      case 'bigint':
        return { $: 'bigint', v: value.toString() };
      case 'object':
        return value === null ? null : encodeObject(value, above);
      default:
        throw uncloneable(value);
    }
  }

  function decodeError([name, message, stack]: string[]): Error {
    const kinds: Record<string, ErrorConstructor> = {
      TypeError,
      RangeError,
      SyntaxError,
      ReferenceError,
      EvalError,
      URIError,
    };
    const error = new (kinds[name ?? ''] ?? Error)(message);
    if (error.name !== name && name !== undefined) error.name = name;
    if (stack) Object.defineProperty(error, 'stack', { value: stack, writable: true, configurable: true });
    return error;
  }

  function decodePairs(pairs: [string, Wire][]): object {
    return Object.fromEntries(pairs.map(([key, part]) => [key, decode(part)]));
  }

  function decodeTagged(kind: string, v: Wire): unknown {
    const parts = Array.isArray(v) ? v : [];
    const text = typeof v === 'string' ? v : '';
    if (kind === 'undefined') return undefined;
    if (kind === 'number') return Number(text);
    if (kind === 'bigint') return BigInt(text);
    if (kind === 'date') return new Date(Number(decode(v)));
    if (kind === 'map') return new Map(parts.map((pair) => decode(pair) as [unknown, unknown]));
    if (kind === 'set') return new Set(parts.map(decode));
    if (kind === 'regexp') return new RegExp(...(parts as [string, string]));
    if (kind === 'error') return decodeError(parts as string[]);
    if (kind === 'object') return decodePairs(parts as [string, Wire][]);
    const bytes = base64.decode(text);
    if (kind === 'Uint8Array') return bytes;
    if (kind === 'DataView') return new DataView(bytes.slice().buffer);
    return isView(kind) ? new views[kind](bytes.slice().buffer) : bytes.slice().buffer;
  }

  function decode(wire: Wire): unknown {
    if (typeof wire !== 'object' || wire === null) return wire;
    if (Array.isArray(wire)) return wire.map(decode);
    if (typeof wire['$'] === 'string') return decodeTagged(wire['$'], wire['v'] ?? null);
    return decodePairs(Object.entries(wire));
  }

  return { encode: (value) => encodePart(value, []), decode };
}

/** The codec of the Node side. */
export const codec: Codec = createCodec({
  encode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
});
