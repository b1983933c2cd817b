// What can be done at once to a thing that is lent: rested, ready again, released, found; said in the quiet line.
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { PlainLine } from './done-line.tsx';
import { LoanRefusal } from './loan-refusal.tsx';

export type ItemDeed = 'rest' | 'restOver' | 'release' | 'turnedUp' | 'checkOk';

/** Begins at once; `until` (UTC ms) is for resting, null until somebody says that it is over. */
export function useItemActions(): (deed: ItemDeed, item: number, until?: number | null) => void {
  const { api } = useServices();
  const notices = useNotices();

  async function perform(deed: ItemDeed, item: number, until: number | null): Promise<void> {
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
    notices.show({ tone: 'good', body: <PlainLine said={`said.${deed}`} /> });
  }

  return (deed, item, until = null) => {
    perform(deed, item, until).catch((error: unknown) =>
      notices.show({ tone: 'bad', body: <LoanRefusal error={error} /> }),
    );
  };
}
