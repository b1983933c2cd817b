// What a cabinet is called: the desk and its letter.
import { useTranslation } from 'react-i18next';
import type { Cabinet } from './cabinet-hooks.ts';

export function useCabinetName(): (cabinet: Pick<Cabinet, 'desk' | 'cabinet'>) => string {
  const { t } = useTranslation('keys');
  return ({ desk, cabinet }) =>
    cabinet === null ? t('noCabinet', { desk }) : t('cabinetOf', { desk, cabinet });
}
