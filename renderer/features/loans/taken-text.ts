// Money that is taken, as it is said before and after: `¥500 微信`.
import { useTranslation } from 'react-i18next';
import { yuan } from '../../ui/money.ts';
import type { Taken } from './lend-values.ts';

export function useTakenText(): (taken: Taken) => string {
  const { t } = useTranslation('deposits');
  return ({ fen, method }) => `${yuan(fen)} ${t(`method.${method}`)}`;
}
