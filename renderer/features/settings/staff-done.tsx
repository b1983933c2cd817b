// What follows every change of staff: the list is read anew, and the quiet line says what was done.
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';
import type { settings } from '../../copy/settings.ts';
import { useNotices } from '../../ui/notice.tsx';

type Done = Extract<keyof typeof settings, `${string}Done`>;

interface NamedStaff {
  readonly number: string;
  readonly name: string | null;
}

/** Answers once the list shows the change. `undo` is offered beside the line. */
export function useStaffDone(): (did: Done, staff: NamedStaff, undo?: () => void) => Promise<void> {
  const queries = useQueryClient();
  const { calls } = useServices();
  const notices = useNotices();
  return async (did, { number, name }, undo) => {
    await queries.invalidateQueries({ queryKey: calls.staff.key() });
    const action = undo ? { action: { label: <UndoLabel />, run: undo } } : {};
    notices.show({
      tone: 'good',
      body: <DoneLine did={did} who={[number, name].filter(Boolean).join(' ')} />,
      ...action,
    });
  };
}

function DoneLine({ did, who }: { readonly did: Done; readonly who: string }): ReactNode {
  return useTranslation('settings').t(did, { who });
}

function UndoLabel(): ReactNode {
  return useTranslation('shell').t('undo');
}
