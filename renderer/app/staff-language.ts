// The window speaks the language of whoever has just signed in; what is chosen in the top bar after that stands.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActingStaff } from '../../electron/api/people.contract.ts';
import { speakWith } from './i18n.ts';

/** `given` by the command line, `chosen` on the screen of the first sign-in: both say it plainer than the staff file. */
export function useStaffLanguage(
  staff: ActingStaff | null,
  { given, chosen }: { readonly given: boolean; readonly chosen: boolean },
): void {
  const { i18n } = useTranslation();
  const heard = useRef<number | null>(null);
  useEffect(() => {
    if (!staff || staff.id === heard.current) return;
    const stays = given || (chosen && heard.current === null);
    heard.current = staff.id;
    if (!stays) speakWith(i18n, staff.language);
  }, [staff, given, chosen, i18n]);
}
