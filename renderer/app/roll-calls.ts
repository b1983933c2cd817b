// Roll-calls outlive a turn at practice: whom one has met outside stays true meanwhile.
import { useCallback, useState } from 'react';
import type { Dispatch, SetStateAction } from 'react';
import type { DesktopState } from '../../electron/api/desktop.contract.ts';
import { noRollCall } from '../features/visitors/roll-call.ts';
import type { RollCall } from '../features/visitors/roll-call.ts';

type Kept = Partial<Readonly<Record<DesktopState['property'], RollCall>>>;
export type RollCalls = readonly [Kept, Dispatch<SetStateAction<Kept>>];

/** To be held above what another property takes away. */
export function useRollCalls(): RollCalls {
  return useState<Kept>({});
}

/** The one of a property. Practice begins with nobody ticked off, each time. */
export function useRollCall(property: DesktopState['property'], [kept, keep]: RollCalls) {
  const practice = useState(noRollCall);
  const set: Dispatch<SetStateAction<RollCall>> = useCallback(
    (next) =>
      keep((all) => {
        const before = all[property] ?? noRollCall;
        return { ...all, [property]: typeof next === 'function' ? next(before) : next };
      }),
    [keep, property],
  );
  return property === 'training' ? practice : ([kept[property] ?? noRollCall, set] as const);
}
