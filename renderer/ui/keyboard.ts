// Keys that act from anywhere in the window, and keys that belong to an input method.
import { useEffect, useEffectEvent } from 'react';
import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import { useOnTop } from './layer.tsx';

/** What is read of a keydown, native or React's. */
interface KeyDown {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
}

/** True while an input method has the keyboard: such an Enter ends a composition and confirms nothing. */
export function isComposing(event: KeyDown | { readonly nativeEvent: KeyDown }): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  // 229 is what Chromium sends for a key that an input method took, also for the one that ends the composition.
  return native.isComposing || native.keyCode === 229;
}

/** For a list to choose from: Enter confirms its form, as in any other field, where it would open the list anew. */
export function confirmByEnter(event: ReactKeyboardEvent<HTMLSelectElement>): void {
  if (event.key !== 'Enter' || isComposing(event)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/** An Enter that ends a composition confirms no form and presses no button, wherever in the window it is typed. */
export function guardCompositions(window: Window): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.code.endsWith('Enter') && isComposing(event)) event.preventDefault();
    },
    { capture: true },
  );
}

/** Two presses of a hasty hand lie closer together than this, ms; whoever has read what opened takes longer. */
const SAME_PRESS_MS = 500;

/**
 * What an Enter has just opened is not acted on by the same Enter: one that is held down or follows at once is lost.
 * Any other key ends it.
 */
export function spendEnter(window: Window): void {
  const since = window.performance.now();
  function swallow(event: KeyboardEvent): void {
    const same = event.repeat || event.timeStamp - since < SAME_PRESS_MS;
    if (event.code.endsWith('Enter') && same) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else {
      window.removeEventListener('keydown', swallow, { capture: true });
    }
  }
  window.addEventListener('keydown', swallow, { capture: true });
}

/** Ctrl+A is for the text of a field: with the hand anywhere else it would only paint the window. */
export function guardSelectAll(window: Window): void {
  window.addEventListener('keydown', (event) => {
    if (event.code !== 'KeyA' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
  });
}

/**
 * `Alt+KeyN`, `Ctrl+Shift+KeyE`, `F2`: modifiers in this order, then the key's place on the keyboard. An action that
 * answers `false` has not used the key.
 */
export type Shortcuts = Readonly<Record<string, () => unknown>>;

/**
 * Listens on the whole window while `enabled`. The newest actions count; keys not listed pass. Under another layer the
 * keys sleep, unless they reach `everywhere`.
 */
export function useShortcuts(
  shortcuts: Shortcuts,
  enabled = true,
  reach: 'layer' | 'everywhere' = 'layer',
): void {
  const onTop = useOnTop();
  const press = useEffectEvent((event: KeyboardEvent) => {
    // Whoever prevented it has used the key: a list of suggestions that Esc closes, say. A key held down acts once.
    if (isComposing(event) || event.defaultPrevented || event.repeat) return;
    if (reach === 'layer' && !onTop()) return;
    const action = shortcuts[nameOf(event)];
    if (action && action() !== false) event.preventDefault();
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled]);
}

function nameOf(event: KeyboardEvent): string {
  const modifiers = [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift'];
  return [...modifiers.filter(Boolean), event.code].join('+');
}
