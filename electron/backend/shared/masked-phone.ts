// Phones for who may read but not call.

/** `138****0001`: enough to recognise, too little to call. */
export function maskPhone(phone: string | null): string | null {
  if (phone === null || phone.length < 8) return phone && '****';
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
