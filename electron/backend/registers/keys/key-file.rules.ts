// What a key on file may look like: codes that tell nothing, hooks with one key, spares with a tenant. Pure.
import type { KeyForm } from '../../../api/keys-file.contract.ts';

/** A code as it is compared: wide or narrow, any case, blanks and dashes left out. */
export function keyCodeKey(code: string): string {
  return code
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
}

/** The unit whose door a code would tell whoever finds the key; null where it tells none. */
export function unitTold(code: string, unitCodes: readonly string[]): string | null {
  const said = keyCodeKey(code);
  return unitCodes.find((unit) => keyCodeKey(unit).length >= 3 && said.includes(keyCodeKey(unit))) ?? null;
}

/** The hook as one place in the house: desk, cabinet and hook; null where it has none. */
export function hookKey(at: Pick<KeyForm, 'homeDesk' | 'cabinet' | 'hook'>): string | null {
  if (at.hook === null) return null;
  return [at.homeDesk, at.cabinet ?? '', at.hook].map((part) => part.trim().toUpperCase()).join('\u0000');
}

/** A spare that a tenant left has a tenant; nothing else is anybody's or lies in a bag. Answers the field that is wrong. */
export function wrongSpare({
  kind,
  tenant,
  seal,
}: Pick<KeyForm, 'kind' | 'tenant' | 'seal'>): 'tenant' | 'seal' | null {
  if (kind === 'deposited') return tenant === null ? 'tenant' : null;
  if (tenant !== null) return 'tenant';
  return seal === null ? null : 'seal';
}
