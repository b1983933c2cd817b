// Seals of deposited spares 寄存: how their numbers are compared. Pure.

/** A seal's number as it is compared: wide or narrow, any case, without blanks. */
function sealKey(seal: string): string {
  return seal.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();
}

export function isSameSeal(read: string, onFile: string): boolean {
  return sealKey(read) === sealKey(onFile);
}
