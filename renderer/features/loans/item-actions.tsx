// What can be done at once to a thing that is lent: rested, ready again, released, found; said with the way back.
import { useTranslation } from 'react-i18next';
import type { LoanItemRow } from '../../../electron/api/loan-items.contract.ts';
import { UndoLabel } from '../../app/quiet-words.tsx';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { DeedLabel, ItemIs, ThingLine } from './done-line.tsx';
import { LoanRefusal } from './loan-refusal.tsx';

export type ItemDeed = 'rest' | 'restOver' | 'release' | 'turnedUp' | 'checkOk';

/** What can be done at once to an item that is not to be had. */
const READY: Readonly<Partial<Record<LoanItemRow['state'], ItemDeed>>> = {
  resting: 'restOver',
  out_of_service: 'release',
  lost: 'turnedUp',
};

export interface ItemActions {
  /** Begins at once; `until` (UTC ms) is for resting, null until somebody says that it is over. */
  act(deed: ItemDeed, item: LoanItemRow, until?: number | null): void;
  /** Says how an item stands that is neither here nor out, and offers what makes it ready. */
  sayNotHere(item: LoanItemRow, mayRelease: boolean): void;
}

export function useItemActions(): ItemActions {
  const { t } = useTranslation('loans');
  const { api } = useServices();
  const notices = useNotices();

  function attempt(work: () => Promise<void>): void {
    work().catch((error: unknown) => notices.show({ tone: 'bad', body: <LoanRefusal error={error} /> }));
  }

  async function perform(deed: ItemDeed, { id: item }: LoanItemRow, until: number | null): Promise<void> {
    const one = { commandId: uuidV7(), item };
    switch (deed) {
      case 'rest':
        await api.loans.rest({ ...one, until });
        break;
      case 'restOver':
        await api.loans.restOver(one);
        break;
      case 'release':
        await api.loans.release(one);
        break;
      case 'turnedUp':
        await api.loans.turnedUp(one);
        break;
      case 'checkOk':
        await api.loans.checkDaily({ ...one, ok: true, note: null });
        break;
    }
  }

  /** As it stood before; null for what needs no way back. */
  function undoing(deed: ItemDeed, item: LoanItemRow): (() => Promise<unknown>) | null {
    const one = { commandId: uuidV7(), item: item.id };
    switch (deed) {
      case 'rest':
        return () => api.loans.restOver(one);
      case 'restOver':
        return () => api.loans.rest({ ...one, until: item.until });
      case 'release':
        return () => api.loans.block({ ...one, reason: item.reason ?? t('item.out_of_service') });
      case 'turnedUp':
        return () => api.loans.miss({ ...one, note: null });
      case 'checkOk':
        return null;
    }
  }

  function act(deed: ItemDeed, item: LoanItemRow, until: number | null = null): void {
    const thing = { ...item, count: 1 };
    attempt(async () => {
      await perform(deed, item, until);
      const undo = undoing(deed, item);
      const run = (): void =>
        attempt(async () => {
          await undo?.();
          notices.show({ tone: 'good', body: <ThingLine said="said.undone" thing={thing} /> });
        });
      notices.show({
        tone: 'good',
        body: <ThingLine said={`said.${deed}`} thing={thing} />,
        ...(undo ? { action: { label: <UndoLabel />, run } } : {}),
      });
    });
  }

  return {
    act,
    sayNotHere(item, mayRelease) {
      const deed = READY[item.state];
      const offered = deed && (deed !== 'release' || mayRelease);
      notices.show({
        tone: 'warn',
        body: <ItemIs item={item} mayRelease={mayRelease} />,
        ...(offered
          ? { choices: [{ label: <DeedLabel deed={`deed.${deed}`} />, run: () => act(deed, item) }] }
          : {}),
      });
    },
  };
}
