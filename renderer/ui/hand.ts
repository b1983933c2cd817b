// Where the hand is: a click beside a field leaves it there, and what lay over the desk gives it back.
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { FocusEvent } from 'react';

/** For a button that is pressed in passing (`onMouseDown`): a click leaves the hand in the field it is typing in. */
export function leaveHand(event: { preventDefault(): void }): void {
  event.preventDefault();
}

/**
 * Remembers what had the focus in an element (its `onFocus`), and gives it the hand again each time the element is
 * `awake` after it slept. What has gone, or lies on a page behind, is not looked for.
 */
export function useHandBack(awake: boolean): { readonly onFocus: (event: FocusEvent) => void } {
  const hand = useRef<HTMLElement | null>(null);
  const kept = useRef<HTMLElement | null>(null);
  // What wakes up inside may take the hand before this has its turn: it is remembered first.
  useLayoutEffect(() => {
    if (!awake) kept.current = hand.current;
  }, [awake]);
  useEffect(() => {
    const last = kept.current;
    if (!awake || last === null) return;
    kept.current = null;
    if (last.isConnected && last.checkVisibility()) last.focus();
  }, [awake]);
  return {
    onFocus({ target }) {
      if (awake && target instanceof HTMLElement) hand.current = target;
    },
  };
}
