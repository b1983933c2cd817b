// A policy as the fold of its events: the latest one says everything.
import type { PolicyValue } from '../../api/policies.contract.ts';
import type { Folded } from '../journal/projector.ts';
import type { PolicyEvent } from './policies.events.ts';

export interface PutPolicy {
  readonly key: string;
  /** Null where the shipped value was put back. */
  readonly value: PolicyValue | null;
  readonly revision: number;
  readonly changedAt: number;
  readonly staff: number | null;
  readonly clock: number;
}

export function foldPolicy(_: unknown, { body, happenedAt, staff, clock }: PolicyEvent): Folded<PutPolicy> {
  return { state: { ...body, changedAt: happenedAt, staff, clock } };
}
