// What a cabinet and a hook are called: as people say it, with the desk only where it is another one.
import { useTranslation } from 'react-i18next';
import { useProperty } from '../../app/property.ts';
import type { Cabinet } from './cabinet-hooks.ts';

export function useCabinetName(): (cabinet: Pick<Cabinet, 'desk' | 'cabinet'>) => string {
  const { t } = useTranslation('keys');
  const own = useProperty().property.desk.code;
  return ({ desk, cabinet }) => {
    const away = desk === own ? '' : t('atDesk', { desk });
    return away + (cabinet === null ? t('noCabinet') : t('cabinetOnly', { cabinet }));
  };
}

/** Where a key hangs when it is at home. */
export interface Hung {
  readonly homeDesk: string;
  readonly cabinet: string | null;
  readonly hook: string | null;
}

export function useHookName(): (key: Hung) => string {
  const { t } = useTranslation('keys');
  const { desk } = useProperty().property;
  return ({ homeDesk, cabinet, hook }) => {
    const away = homeDesk === desk.code ? '' : t('atDesk', { desk: homeDesk });
    if (cabinet === null) return away + (hook === null ? t('noHook') : t('hookOnly', { hook }));
    return away + (hook === null ? t('cabinetOnly', { cabinet }) : t('hookOf', { cabinet, hook }));
  };
}
