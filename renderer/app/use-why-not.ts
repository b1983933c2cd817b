// Why the printer did not print, in words.
import { useTranslation } from 'react-i18next';
import { PRINTER_PROBLEMS } from '../../electron/api/devices.contract.ts';

/** Says a problem in words; null for none, and for one that a newer backend names and these screens do not know. */
export function useWhyNot(): (problem: string | null) => string | null {
  const { t } = useTranslation('shell');
  return (problem) => {
    const known = PRINTER_PROBLEMS.find((each) => each === problem);
    return known ? t(`problem.${known}`) : null;
  };
}
