// Coming to a page with nothing open: its list has the keys at once, unless the hand is somewhere that is in sight.
import { useEffect } from 'react';

/** `id` is the list's; `atRest` is true while the page is in front and nothing is open on it. */
export function useRestingFocus(atRest: boolean, id: string): void {
  useEffect(() => {
    if (!atRest || !isIdle() || take(id)) return undefined;
    // The first time the list is still being read: it has the keys as soon as it stands there.
    const watch = new MutationObserver(() => {
      if (!isIdle() || take(id)) watch.disconnect();
    });
    watch.observe(document.body, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [atRest, id]);
}

/** Whether the hand is nowhere. What a hidden page had keeps the focus until the next frame is drawn. */
function isIdle(): boolean {
  const hand = document.activeElement;
  return hand === null || hand === document.body || !hand.checkVisibility();
}

function take(id: string): boolean {
  const list = document.getElementById(id);
  list?.focus();
  return list !== null;
}
