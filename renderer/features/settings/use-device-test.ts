// A live test under way: what it waits for, what it saw. It ends with the page, so that no card is held back.
import { useEffect, useRef, useState } from 'react';

export interface DeviceTest<Answer> {
  readonly running: boolean;
  readonly answer: Answer | null;
  /** Resolves with what was seen; rejects as the call does. */
  run(): Promise<Answer>;
  /** What was seen is of a setting that is being changed. */
  forget(): void;
}

export function useDeviceTest<Answer>(call: (signal: AbortSignal) => Promise<Answer>): DeviceTest<Answer> {
  const [running, setRunning] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);
  return {
    running,
    answer,
    async run() {
      const abort = new AbortController();
      current.current = abort;
      setAnswer(null);
      setRunning(true);
      try {
        const seen = await call(abort.signal);
        setAnswer(seen);
        return seen;
      } finally {
        setRunning(false);
      }
    },
    forget: () => setAnswer(null),
  };
}
