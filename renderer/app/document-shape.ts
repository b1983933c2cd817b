// Which document a typed number looks like (devices.md §1.5): proposed while nobody has chosen one. Pure.
import type { DocumentType } from '../../electron/api/identity.ts';

/** In this order. Only eight digits are a Taiwan permit; of the others the beginning tells, so that nothing jumps. */
const SHAPES: readonly (readonly [RegExp, DocumentType])[] = [
  [/^[HM]\d{0,8}$/, 'hongKongMacaoPermit'],
  [/^[A-Z]{3}\d{0,12}$/, 'foreignerPermanentResidence'],
  [/^[A-Z]/, 'passport'],
  [/^8[123]0000/, 'hmtResidencePermit'],
  [/^9\d{14}/, 'foreignerPermanentResidence'],
  [/^\d{8}$/, 'taiwanPermit'],
];

/** The commonest document where the number has the shape of no other; null for no number. */
export function documentLike(number: string): DocumentType | null {
  const plain = number.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  if (plain === '') return null;
  return SHAPES.find(([shape]) => shape.test(plain))?.[1] ?? 'residentId';
}
