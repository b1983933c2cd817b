// Brings a sheet onto paper or into a file: first the latest data are waited for, then what is drawn is taken.
import { useEffect, useEffectEvent, useState } from 'react';
import type { SheetOutcome } from '../../electron/api/desktop.contract.ts';
import { useServices } from './services.ts';
import type { SheetAttempt } from './sheet-result.tsx';
import { untilDrawn } from './until-drawn.ts';

interface Doing {
  readonly kind: SheetAttempt['kind'];
  readonly step: 'fetching' | 'onPaper';
}

export interface OnPaper {
  readonly doing: Doing | null;
  /** The sheet was told to close while it was on its way to paper: it closes itself once it is there. */
  readonly closing: boolean;
  /** While it is taken: the backend did not answer, so that the sheet has to say that it may have changed. */
  readonly notLatest: boolean;
  readonly attempt: SheetAttempt | null;
  readonly start: (kind: SheetAttempt['kind']) => void;
  /** Closes at once where nothing is under way; the first time while something is, after it; the second time at once. */
  readonly close: () => void;
}

/**
 * `print` and `save` are called as they were at the newest drawing; `onPaper` after either was done.
 * Whoever presses print and Esc in one go wants the paper, so closing waits for it; what failed keeps the sheet open.
 */
export function useOnPaper(sheet: {
  readonly print: () => Promise<SheetOutcome>;
  readonly save: () => Promise<SheetOutcome>;
  readonly onPaper: (() => void) | undefined;
  readonly onClose: () => void;
  /** It was done and has closed itself: what came of it has to be said elsewhere. */
  readonly onClosed: (attempt: SheetAttempt) => void;
}): OnPaper {
  const { queries } = useServices();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [notLatest, setNotLatest] = useState(false);
  const [attempt, setAttempt] = useState<SheetAttempt | null>(null);
  const [closing, setClosing] = useState(false);

  const take = useEffectEvent((kind: Doing['kind']) => (kind === 'print' ? sheet.print() : sheet.save()));
  const settle = useEffectEvent((kind: Doing['kind'], outcome: SheetOutcome): void => {
    setAttempt({ kind, outcome });
    setNotLatest(false);
    setDoing(null);
    setClosing(false);
    if (outcome.outcome !== 'done') return;
    sheet.onPaper?.();
    if (!closing) return;
    sheet.onClose();
    sheet.onClosed({ kind, outcome });
  });

  useEffect(() => {
    if (doing === null) return undefined;
    const { kind, step } = doing;
    // A sheet that was closed meanwhile must not print what lies below it.
    let closed = false;
    if (step === 'fetching') {
      const go = (latest: boolean): void => {
        if (closed) return;
        setNotLatest(!latest);
        setDoing({ kind, step: 'onPaper' });
      };
      untilDrawn(queries).then(go, () => go(false));
    } else {
      const end = (outcome: SheetOutcome): void => {
        if (!closed) settle(kind, outcome);
      };
      take(kind).then(end, () => end({ outcome: 'failed', reason: 'failed' }));
    }
    return () => {
      closed = true;
    };
  }, [doing, queries]);

  return {
    doing,
    closing,
    notLatest,
    attempt,
    start(kind) {
      setAttempt(null);
      setDoing({ kind, step: 'fetching' });
    },
    close() {
      if (doing === null || closing) sheet.onClose();
      else setClosing(true);
    },
  };
}
