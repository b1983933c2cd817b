// What follows every change of what is lent: the lists are read anew, and the quiet line says what was done.
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';
import type { loanFile } from '../../copy/loan-file.ts';
import { useNotices } from '../../ui/notice.tsx';

type Done = Extract<keyof typeof loanFile, `${string}Done`>;

/** Answers once the lists show the change. */
export function useSaved(): (did: Done, what: string) => Promise<void> {
  const queries = useQueryClient();
  const { calls } = useServices();
  const notices = useNotices();
  return async (did, what) => {
    await queries.invalidateQueries({ queryKey: calls.loans.key() });
    notices.show({ tone: 'good', body: <DoneLine did={did} what={what} /> });
  };
}

function DoneLine({ did, what }: { readonly did: Done; readonly what: string }): ReactNode {
  return useTranslation('loanFile').t(did, { what });
}
