// Hears scanners from anywhere in the window, by keyboard or cable; what is typed never stays in the field that had the focus.
import { useEffect, useEffectEvent } from 'react';
import { useOnTop } from './layer.tsx';
import { createScanDetector } from './scan-detector.ts';

/** A field as it was before a scan typed into it. */
interface Before {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
}

/** What listens to scans now, the newest last. */
const listeners: ((text: string) => void)[] = [];

/** A reader on a cable read this: it does what the same scan by keyboard does, and nothing where that would do nothing. */
export function handScan(text: string): void {
  listeners.at(-1)?.(text);
}

/** Fields that scans are meant for while they have the focus, the newest last. */
const claims: ((text: string) => void)[] = [];

/** While `enabled`, a scan comes here instead of to the window's listener: what it is goes into this field. */
export function useScanClaim(scanned: (text: string) => void, enabled: boolean): void {
  const hand = useEffectEvent(scanned);
  useEffect(() => {
    if (!enabled) return;
    const claim = (text: string): void => hand(text);
    claims.push(claim);
    return () => void claims.splice(claims.indexOf(claim), 1);
  }, [enabled]);
}

/**
 * Calls `scanned` with each scan while `enabled` and nothing lies over the window. One listener a window. What `accepts` refuses is left in the field it
 * was typed into, quick as it was: a PIN that a program fills in.
 */
export function useScanListener(
  scanned: (text: string) => void,
  enabled: boolean,
  accepts: (text: string) => boolean = () => true,
): void {
  const hand = useEffectEvent((text: string) => (claims.at(-1) ?? scanned)(text));
  const isWanted = useEffectEvent(accepts);
  const onTop = useOnTop();
  const awake = useEffectEvent(() => onTop());
  useEffect(() => {
    if (!enabled) return;
    const detector = createScanDetector();
    // More than one where the hand was moved on in the middle of a scan, by what the one before it opened.
    let before: Before[] = [];

    const press = (event: KeyboardEvent): void => {
      if (!awake()) return;
      const verdict = detector.press({
        key: event.key,
        code: event.code,
        shift: event.shiftKey,
        command: event.ctrlKey || event.altKey || event.metaKey,
        at: event.timeStamp,
      });
      if (verdict.kind === 'began') before = [];
      if (verdict.kind === 'began' || verdict.kind === 'more') remember(before, document.activeElement);
      if (verdict.kind !== 'scan' || !isWanted(verdict.text)) return;
      // The scanner's Enter must not press the button or confirm the form that has the focus.
      event.preventDefault();
      event.stopImmediatePropagation();
      before.forEach(restore);
      before = [];
      hand(verdict.text);
    };
    const drop = (): void => detector.drop();
    const heard = (text: string): void => {
      if (awake() && isWanted(text)) hand(text);
    };
    listeners.push(heard);
    window.addEventListener('keydown', press, { capture: true });
    window.addEventListener('blur', drop);
    return () => {
      listeners.splice(listeners.indexOf(heard), 1);
      window.removeEventListener('keydown', press, { capture: true });
      window.removeEventListener('blur', drop);
    };
  }, [enabled]);
}

function remember(before: Before[], element: Element | null): void {
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  if (!isField || before.some(({ field }) => field === element)) return;
  before.push({ field: element, value: element.value });
}

function restore({ field, value }: Before): void {
  if (field.value === value) return;
  // React keeps its own idea of the value; the prototype's setter and an input event tell it of the old one.
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
