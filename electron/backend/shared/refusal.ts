// A refusal: the rules say no. It carries the name that the contract declares beside the call, and typed data.

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
