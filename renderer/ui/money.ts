// Money on the screen: fen inside, yuan for the eye and the hand.

/** `¥50.00`, `¥1,234.50`, `-¥3.00`. `fen` is an integer. */
export function yuan(fen: number): string {
  const whole = Math.abs(fen);
  const grouped = String(Math.floor(whole / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}¥${grouped}.${String(whole % 100).padStart(2, '0')}`;
}

/** As a field holds it: `50`, `1234.50`. */
export function yuanTyped(fen: number): string {
  const cents = fen % 100 === 0 ? '' : `.${String(fen % 100).padStart(2, '0')}`;
  return `${Math.floor(fen / 100)}${cents}`;
}

/** Fen of yuan as hands type them (`50`, `50.5`, `¥ 50.50`, `５０`), never negative; NaN for what is no amount. */
export function readYuan(text: string): number {
  const plain = text.normalize('NFKC').replaceAll(/[\p{Sc}\s,]/gu, '');
  const [, whole, cents = ''] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  return whole === undefined ? Number.NaN : Number(whole) * 100 + Number(cents.padEnd(2, '0'));
}
