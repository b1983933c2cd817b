// Tells a scanner's keystrokes from a person's: by speed and terminator (registers.md §11), nothing else.

/** What the detector wants of a keydown. `at` is the event's own time stamp in ms. */
export interface Keystroke {
  readonly key: string;
  /** The key's place on the keyboard; read where an input method hides the character (`key` is 'Process'). */
  readonly code: string;
  readonly shift: boolean;
  /** With Ctrl, Alt or Meta it is a command, never a scan. */
  readonly command: boolean;
  readonly at: number;
}

export type Verdict =
  /** Not part of a run of characters. */
  | { readonly kind: 'none' }
  /** The first character of what may become a scan: now is the moment to remember the field. */
  | { readonly kind: 'began' }
  | { readonly kind: 'more' }
  /** A scan ended with this key. */
  | { readonly kind: 'scan'; readonly text: string };

export interface ScanDetector {
  press(stroke: Keystroke): Verdict;
  /** Forgets what was gathered: the window lost the focus. */
  drop(): void;
}

const LEAST_CHARACTERS = 6;
const MEDIAN_GAP_MS = 30;
const LONGEST_GAP_MS = 100;

/** One detector a window. A run that a pause breaks begins anew with the key after the pause. */
export function createScanDetector(): ScanDetector {
  let text = '';
  let gaps: number[] = [];
  let last = 0;

  function drop(): void {
    text = '';
    gaps = [];
  }

  return {
    drop,
    press(stroke) {
      if (isModifier(stroke.key)) return { kind: 'none' };
      const gap = stroke.at - last;
      last = stroke.at;
      if (text !== '' && gap > LONGEST_GAP_MS) drop();
      if (isTerminator(stroke) && !stroke.command) {
        const scanned = text;
        const quick = isQuick([...gaps, gap]);
        drop();
        return scanned.length >= LEAST_CHARACTERS && quick
          ? { kind: 'scan', text: scanned }
          : { kind: 'none' };
      }
      const character = stroke.command ? null : characterOf(stroke);
      if (character === null) {
        drop();
        return { kind: 'none' };
      }
      const began = text === '';
      if (!began) gaps.push(gap);
      text += character;
      return { kind: began ? 'began' : 'more' };
    },
  };
}

function isQuick(gaps: readonly number[]): boolean {
  const sorted = gaps.toSorted((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? Infinity) <= MEDIAN_GAP_MS;
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'CapsLock' || key === 'NumLock';
}

function isTerminator({ key, code }: Keystroke): boolean {
  return key === 'Enter' || key === 'Tab' || (key === 'Process' && /^(NumpadEnter|Enter|Tab)$/.test(code));
}

/** Codes are printable ASCII without blanks. An input method leaves only the place of the key to go by. */
function characterOf({ key, code, shift }: Keystroke): string | null {
  if (/^[!-~]$/.test(key)) return key;
  if (key !== 'Process') return null;
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  if (digit !== undefined) return shift ? null : digit;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter === undefined) return null;
  return shift ? letter : letter.toLowerCase();
}
