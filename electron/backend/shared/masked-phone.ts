// Phones for who may read but not call.
import type { Role } from '../../api/rights.ts';

/** `138****0001`: enough to recognise, too little to call. */
export function maskPhone(phone: string | null): string | null {
  if (phone === null || phone.length < 8) return phone && '****';
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** Whether phones are shown whole; clerks read them masked (registers.md §1). */
export type PhonesShown = 'whole' | 'masked';

export function phonesFor(role: Role | null): PhonesShown {
  return role === 'clerk' ? 'masked' : 'whole';
}

/** Somebody with their phone as who asks may see it. */
export function withPhone<T extends { readonly phone: string | null }>(person: T, phones: PhonesShown): T {
  return phones === 'masked' ? { ...person, phone: maskPhone(person.phone) } : person;
}
