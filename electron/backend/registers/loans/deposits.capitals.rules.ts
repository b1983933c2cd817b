// An amount in Chinese capital numerals 人民币大写, as receipts carry it beside the digits. Pure.

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿'];

/**
 * An amount of whole fen, from 0 to below 10¹⁴, as `人民币伍佰元整` (支付结算办法 附一《正确填写票据和结算凭证的基本规定》: 整 after
 * yuan, also after jiao; one 零 for zeros between digits, and before fen without jiao).
 */
export function capitalYuan(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const rest = fen % 10;
  if (fen === 0) return '人民币零元整';
  const whole = yuan === 0 ? '' : `${capitalInteger(yuan)}元`;
  if (jiao === 0 && rest === 0) return `人民币${whole}整`;
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : yuan > 0 ? '零' : '';
  return `人民币${whole}${tenths}${rest > 0 ? `${DIGITS[rest]}分` : '整'}`;
}

/** A whole number above zero, in groups of four digits. */
function capitalInteger(value: number): string {
  let text = '';
  let left = value;
  for (const group of GROUPS) {
    const four = left % 10_000;
    if (four > 0) text = `${capitalFour(four)}${group}${text}`;
    left = Math.floor(left / 10_000);
    // A gap between this group and the ones above it is read as one zero.
    if (left > 0 && four < 1000 && text !== '' && !text.startsWith('零')) text = `零${text}`;
  }
  return text;
}

/** 1 to 9999, zeros between digits read once, leading and trailing ones not at all. */
function capitalFour(value: number): string {
  const digits = String(value);
  const read = [...digits].map((digit, at) =>
    digit === '0' ? '零' : `${DIGITS[Number(digit)]}${PLACES[digits.length - 1 - at]}`,
  );
  return read.join('').replaceAll(/零+/g, '零').replace(/零$/, '');
}

/** Fen as yuan with two digits: `1,680.32`. */
export function yuanText(fen: number): string {
  const [whole = '', parts = ''] = (Math.abs(fen) / 100).toFixed(2).split('.');
  return `${fen < 0 ? '-' : ''}${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}.${parts}`;
}
