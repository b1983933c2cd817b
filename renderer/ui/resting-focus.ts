// Coming to a page with nothing open: its list has the keys at once, unless the hand is somewhere that is in sight.
import { useEffect, useRef } from 'react';

/** `id` is the list's; `atRest` is true while the page is in front and nothing is open on it. */
export function useRestingFocus(atRest: boolean, id: string): void {
  useEffect(() => {
    return atRest ? takeWhenDrawn(id) : undefined;
  }, [atRest, id]);
}

/** Whoever has chosen what the list shows works it next; the returned function tells that it was chosen. */
export function useListHand(shown: string, id: string): () => void {
  const chosen = useRef(false);
  useEffect(() => {
    if (!chosen.current) return undefined;
    chosen.current = false;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return takeWhenDrawn(id);
  }, [shown, id]);
  return () => {
    chosen.current = true;
  };
}

/** The list that is still being read has the keys as soon as it stands there, unless the hand is somewhere by then. */
function takeWhenDrawn(id: string): (() => void) | undefined {
  if (!isIdle() || take(id)) return undefined;
  const watch = new MutationObserver(() => {
    if (!isIdle() || take(id)) watch.disconnect();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  return () => watch.disconnect();
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
