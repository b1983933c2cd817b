// The clock on the screen: the backend's time, moved on by the window.
import { useEffect, useState } from 'react';

const TICK_MS = 5000;

/** UTC ms now, by the backend's clock; `offset` is how far that is ahead of the window's. */
export function useClock(offset: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now + offset;
}
