// Coming to a page with nothing open: its list has the keys at once, unless the hand is somewhere that is in sight.
import { useEffect } from 'react';

/** `id` is the list's; `atRest` is true while the page is in front and nothing is open on it. */
export function useRestingFocus(atRest: boolean, id: string): void {
  useEffect(() => {
    const hand = document.activeElement;
    // What a hidden page had keeps the focus until the next frame is drawn.
    const idle = hand === null || hand === document.body || !hand.checkVisibility();
    if (atRest && idle) document.getElementById(id)?.focus();
  }, [atRest, id]);
}
