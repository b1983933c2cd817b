// A refusal: the rules say no. It carries the name that the contract declares beside the call, and typed data.
import type { z } from 'zod';

/** Thrown inside a command, before or after reading, always before anything is kept: the transaction rolls back. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly data: unknown;

  constructor(code: string, data: unknown) {
    super(code);
    this.code = code;
    this.data = data;
  }
}

/** The `data` of each refusal in a contract's error map, by name. */
type RefusalData<Errors> = {
  [Code in keyof Errors & string]: Errors[Code] extends { data: z.ZodType<infer Data> } ? Data : undefined;
};

/** Makes refusals of one register, checked against its contract. `notFound` is common to all. */
export function refusals<Errors>() {
  const refuse = <Code extends keyof Errors & string>(code: Code, data: RefusalData<Errors>[Code]): Refusal =>
    new Refusal(code, data);
  return Object.assign(refuse, { notFound: (what: string): Refusal => new Refusal('NOT_FOUND', { what }) });
}
