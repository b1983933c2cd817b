// What can be done at once to a thing that is lent: rested, ready again, released, found; said with the way back.
import { useTranslation } from 'react-i18next';
import type { OfferedBack } from '../../../electron/api/deposit-states.ts';
import type { LoanItemRow } from '../../../electron/api/loan-items.contract.ts';
import { UndoLabel } from '../../app/quiet-words.tsx';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { DeedLabel, FoundLine, ItemIs, ThingLine } from './done-line.tsx';
import { LoanRefusal } from './loan-refusal.tsx';

export type ItemDeed = 'rest' | 'restOver' | 'release' | 'turnedUp' | 'checkOk';

/** What can be done at once to an item that is not to be had. */
const READY: Readonly<Partial<Record<LoanItemRow['state'], ItemDeed>>> = {
  resting: 'restOver',
  out_of_service: 'release',
  lost: 'turnedUp',
};

/** Whose it was that was found, where it was lost with a loan, and what may be given back for it. */
interface Found {
  readonly loan: number | null;
  readonly deposits: readonly OfferedBack[];
}

const NOBODYS: Found = { loan: null, deposits: [] };

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

  async function perform(deed: ItemDeed, { id: item }: LoanItemRow, until: number | null): Promise<Found> {
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
        return api.loans.turnedUp(one);
      case 'checkOk':
        await api.loans.checkDaily({ ...one, ok: true, note: null });
        break;
    }
    return NOBODYS;
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
      const found = await perform(deed, item, until);
      // What its loan knows of again is corrected there.
      const undo = found.loan === null ? undoing(deed, item) : null;
      const run = (): void =>
        attempt(async () => {
          await undo?.();
          notices.show({ tone: 'good', body: <ThingLine said="said.undone" thing={thing} /> });
        });
      notices.show({
        tone: 'good',
        body: <FoundLine said={`said.${deed}`} thing={thing} found={found} />,
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
