// The sentence of what can be wrong with a cell of any spreadsheet.
import { useTranslation } from 'react-i18next';
import { CELL_FAULTS } from '../../../electron/api/imports.ts';

/** Null where the reason is a spreadsheet's own. */
export function useImportFault(): (reason: string, other: number | null) => string | null {
  const { t } = useTranslation('imports');
  return (reason, other) => {
    const known = CELL_FAULTS.find((each) => each === reason);
    return known === undefined ? null : t(`fault.${known}`, { other });
  };
}
