// Keys as they hang: cabinet by cabinet, and where an arrow leads from one hook. Pure.
import type { KeyRow } from '../../../electron/api/keys.contract.ts';

export interface Cabinet {
  readonly id: string;
  readonly desk: string;
  /** Null for what hangs in none. */
  readonly cabinet: string | null;
  readonly keys: readonly KeyRow[];
}

/** In the order in which the keys come, the own desk's first. */
export function cabinetsOf(keys: readonly KeyRow[], ownDesk: string): Cabinet[] {
  const groups = Map.groupBy(keys, ({ homeDesk, cabinet }) => JSON.stringify([homeDesk, cabinet]));
  return [...groups]
    .flatMap(([id, group]) => {
      const [first] = group;
      return first ? [{ id, desk: first.homeDesk, cabinet: first.cabinet, keys: group }] : [];
    })
    .toSorted((a, b) => Number(a.desk !== ownDesk) - Number(b.desk !== ownDesk));
}

/** Whether something of it hangs on its hook. */
export function isHanging({ state }: Pick<KeyRow, 'state'>): boolean {
  return state === 'in_cabinet' || state === 'incomplete';
}

/** The hook that a key of the keyboard leads to, rows told by their tops in px; null where it leads nowhere. */
export function nextHook(
  pressed: string,
  at: number,
  hooks: readonly { readonly offsetTop: number; readonly offsetLeft: number }[],
): number | null {
  const here = hooks[at];
  if (!here) return null;
  const inside = (to: number): number | null => (to >= 0 && to < hooks.length && to !== at ? to : null);
  switch (pressed) {
    case 'ArrowRight':
      return inside(at + 1);
    case 'ArrowLeft':
      return inside(at - 1);
    case 'Home':
      return inside(0);
    case 'End':
      return inside(hooks.length - 1);
    case 'ArrowDown':
    case 'ArrowUp':
      return besideRow(pressed === 'ArrowDown', here, hooks);
    default:
      return null;
  }
}

/** The hook right below or above: the nearest of the neighbouring row. */
function besideRow(
  down: boolean,
  here: { readonly offsetTop: number; readonly offsetLeft: number },
  hooks: readonly { readonly offsetTop: number; readonly offsetLeft: number }[],
): number | null {
  const tops = hooks
    .map(({ offsetTop }) => offsetTop)
    .filter((top) => (down ? top > here.offsetTop : top < here.offsetTop));
  if (tops.length === 0) return null;
  const row = down ? Math.min(...tops) : Math.max(...tops);
  const distance = (index: number): number => Math.abs((hooks[index]?.offsetLeft ?? 0) - here.offsetLeft);
  const inRow = hooks.flatMap(({ offsetTop }, index) => (offsetTop === row ? [index] : []));
  return inRow.reduce((best, index) => (distance(index) < distance(best) ? index : best), inRow[0] ?? 0);
}
