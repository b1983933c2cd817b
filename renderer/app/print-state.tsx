// How a slip stands, from the queue to paper, behind the sentence that says what was done.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PrintJob } from '../../electron/api/desk.contract.ts';
import { Tag } from '../ui/tag.tsx';
import { useServices } from './services.ts';
import { useWhyNot } from './use-why-not.ts';

/** What was done is done; the paper is not, and somebody has to go to the printer. */
const ASKS_FOR_A_HAND: ReadonlySet<PrintJob['state']> = new Set(['unknown', 'failed'] as const);

/** A job that has left the list of waiting ones, on a status newer than the job itself, came out of the printer. */
export function PrintState(props: {
  readonly job: number;
  readonly say: (state: PrintJob['state']) => string;
}) {
  const { calls } = useServices();
  const status = useQuery(calls.desk.status.queryOptions());
  const whyNot = useWhyNot();
  const [from] = useState(status.dataUpdatedAt);
  const { refetch } = status;
  useEffect(() => {
    // The query keeps a failure; the next status message asks again.
    refetch().catch(() => {});
  }, [refetch]);
  const waiting = status.data?.jobs.find(({ id }) => id === props.job);
  const fresh = status.dataUpdatedAt > from;
  const state: PrintJob['state'] = waiting?.state ?? (fresh ? 'printed' : 'queued');
  const said = [props.say(state), whyNot(waiting?.problem ?? null)].filter(Boolean).join(' · ');
  if (!ASKS_FOR_A_HAND.has(state)) return <span data-print={state}>{` · ${said}`}</span>;
  return (
    <span data-print={state}>
      {' '}
      <Tag tone="warn">{said}</Tag>
    </span>
  );
}
