// Asking while one types: at most once a drawn frame, never by a timer, and Enter may be faster than the answer.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SearchAnswer } from '../../electron/api/search.contract.ts';
import { useServices } from './services.ts';

/** A group; what is looked for should be among the first, else one types on. */
const SHOWN = 6;

export interface BoxAnswer {
  /** The latest answer; it may be of a text before this one. */
  readonly shown: SearchAnswer | undefined;
  /** True where `shown` answers the text as it stands. */
  readonly current: boolean;
  readonly error: Error | null;
  /** Asks for the text as it stands, now. */
  ask(): Promise<SearchAnswer>;
}

export function useBoxAnswer(text: string, enabled: boolean): BoxAnswer {
  const { calls, queries } = useServices();
  const asked = useEachFrame(text);
  const optionsFor = (wanted: string) => ({
    ...calls.search.find.queryOptions({ input: { text: wanted, limit: SHOWN } }),
    // Who is inside changes all day: an answer is good for the moment in which it is looked at.
    ...{ staleTime: 0, gcTime: 0 },
  });
  const found = useQuery({
    ...optionsFor(asked),
    enabled: enabled && asked !== '',
    placeholderData: keepPreviousData,
  });
  return {
    shown: found.data,
    current: asked === text && found.isSuccess && !found.isPlaceholderData,
    error: found.error,
    ask: () => queries.query(optionsFor(text)),
  };
}

function useEachFrame(text: string): string {
  const [asked, ask] = useState(text);
  useEffect(() => {
    const frame = requestAnimationFrame(() => ask(text));
    return () => cancelAnimationFrame(frame);
  }, [text]);
  return asked;
}
