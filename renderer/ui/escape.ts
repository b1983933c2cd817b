// Esc closes what lies on top, and nothing below it hears the key.
import { useEffect, useEffectEvent } from 'react';
import { isComposing } from './keyboard.ts';

/** While `open`, an Esc anywhere in the window is this one's. */
export function useEscape(close: () => void, open: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    // Shortcuts pass over a key that was used.
    event.preventDefault();
    close();
  });
  useEffect(() => {
    if (!open) return;
    const listen = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [open]);
}
