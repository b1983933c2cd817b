// The number of an RFID tag: however a reader writes it, one tag has one UID, in hex digits.

const LARGEST_10D = 0xffff_ffff;

/**
 * What a reader by keyboard or by cable read, as the UID: hex of 4 to 10 bytes, or the ten digits (10D) that most
 * readers write, which are the same tag's number in decimal. Null for what is none, our own codes among it.
 */
export function tagUidOf(text: string): string | null {
  const digits = text.replaceAll(/[\s:-]/g, '').toUpperCase();
  if (/^\d{16}$/.test(digits)) return null;
  if (/^\d{10}$/.test(digits) && Number(digits) <= LARGEST_10D) {
    return Number(digits).toString(16).padStart(8, '0').toUpperCase();
  }
  return /^(?:[0-9A-F]{2}){4,10}$/.test(digits) ? digits : null;
}

/** All that the same tag may have been written down as, its UID first: badges are kept as they were read once. */
export function tagFormsOf(text: string): string[] {
  const uid = tagUidOf(text);
  const forms = uid === null ? [] : [uid];
  if (uid?.length === 8) forms.push(String(Number.parseInt(uid, 16)).padStart(10, '0'));
  return [...new Set([...forms, text])];
}
