// Money on the screen: fen inside, yuan for the eye and the hand.

/** `¥50`, `¥50.50`, `-¥3`. `fen` is an integer. */
export function yuan(fen: number): string {
  const whole = Math.abs(fen);
  const cents = whole % 100 === 0 ? '' : `.${String(whole % 100).padStart(2, '0')}`;
  return `${fen < 0 ? '-' : ''}¥${Math.floor(whole / 100)}${cents}`;
}

/** As a field holds it: `50`, `50.50`. */
export function yuanTyped(fen: number): string {
  return yuan(fen).replace('¥', '');
}

/** Fen of yuan as hands type them (`50`, `50.5`, `¥ 50.50`, `５０`), never negative; NaN for what is no amount. */
export function readYuan(text: string): number {
  const plain = text.normalize('NFKC').replaceAll(/[\p{Sc}\s,]/gu, '');
  const [, whole, cents = ''] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  return whole === undefined ? Number.NaN : Number(whole) * 100 + Number(cents.padEnd(2, '0'));
}
