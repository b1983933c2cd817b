// Types carry their names in both languages; the window shows the one it speaks.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LoanLineRow } from '../../../electron/api/loans.contract.ts';
import { useServices } from '../../app/services.ts';
import { useComma } from '../../ui/use-comma.ts';

type Named =
  | { readonly nameZh: string; readonly nameEn: string }
  | { readonly typeNameZh: string; readonly typeNameEn: string };

/** So many of a type, or the one that bears this code. */
type Things = Pick<LoanLineRow, 'typeNameZh' | 'typeNameEn' | 'asset' | 'count'>;

export function useTypeName(): (named: Named) => string {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  return (named) => {
    const [zh, en] = 'nameZh' in named ? [named.nameZh, named.nameEn] : [named.typeNameZh, named.typeNameEn];
    return english ? en : zh;
  };
}

/** Which of the things on a form may leave only with a document on file: `轮椅、婴儿车`. */
export function useTypesAsking(lines: readonly { readonly type: number }[]): string {
  const { calls } = useServices();
  const comma = useComma();
  const nameOf = useTypeName();
  const types = useQuery(calls.loans.types.queryOptions()).data ?? [];
  const asking = types.filter(({ id, idAsked }) => idAsked && lines.some(({ type }) => type === id));
  return asking.map(nameOf).join(comma);
}

/** Things in one line: `雨伞 YS-014、行李车 ×2`. */
export function useThingsText(): (things: readonly Things[]) => string {
  const nameOf = useTypeName();
  const comma = useComma();
  return (things) =>
    things
      .map((line) =>
        [nameOf(line), line.asset ?? (line.count > 1 ? `×${line.count}` : '')].filter(Boolean).join(' '),
      )
      .join(comma);
}
