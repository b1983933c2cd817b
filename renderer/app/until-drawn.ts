// Waits until what is being fetched is drawn, so that a sheet never goes to paper with what was known before.
import type { QueryClient } from '@tanstack/react-query';

const PATIENCE_MS = 5000;

/**
 * True once nothing is being fetched and what came is drawn, with what its drawing asked for in turn.
 * False when the backend has not answered for 5 s: what is shown then is as old as it says.
 */
export async function untilDrawn(queries: QueryClient): Promise<boolean> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  await drawn();
  while (queries.isFetching() > 0 && !patience.aborted) {
    await nextChange(queries, patience);
    await drawn();
  }
  return queries.isFetching() === 0;
}

function nextChange(queries: QueryClient, patience: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = queries.getQueryCache().subscribe(done);
    patience.addEventListener('abort', done);
    function done(): void {
      stop();
      patience.removeEventListener('abort', done);
      resolve();
    }
  });
}

/** The queries tell React in a task of their own, and React draws at the end of it: one task later it stands there. */
function drawn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
