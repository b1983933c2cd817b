// The policies as they act now: read once, kept in memory until one changes. A command that asks pays a look-up.
import { POLICIES, type PolicyKey, type PolicyValues } from '../../api/policies.ts';
import { decodeWire } from '../../../head-office/protocol/wire.ts';
import type { Db } from '../database/handle.ts';
import { listRecordEvents } from '../journal/journal.store.ts';
import { policyEvents } from './policies.events.ts';
import { readPolicy } from './policies.rules.ts';
import { listPolicies, type StoredPolicy } from './policies.store.ts';

export interface PolicyReader {
  value<Key extends PolicyKey>(key: Key): PolicyValues[Key];
  /** Running number of its value: 1 is the shipped one. */
  revision(key: PolicyKey): number;
  /** The number that was in force at a moment (UTC ms), for what is entered late. */
  revisionAt(key: PolicyKey, at: number): number;
  /** All of them. */
  values(): PolicyValues;
  /** What stands in the book of one; undefined where nobody ever changed it. */
  stored(key: PolicyKey): StoredPolicy | undefined;
  /** Call when the rows changed. */
  forget(): void;
}

interface Kept {
  readonly stored: ReadonlyMap<string, StoredPolicy>;
  readonly values: PolicyValues;
}

export function createPolicyReader(db: Db): PolicyReader {
  let kept: Kept | null = null;
  const now = (): Kept => (kept ??= read(db));
  return {
    value: (key) => now().values[key],
    revision: (key) => now().stored.get(key)?.revision ?? 1,
    revisionAt(key, at) {
      const stored = now().stored.get(key);
      if (!stored) return 1;
      return at >= stored.changedAt ? stored.revision : earlierRevision(db, stored.id, at);
    },
    values: () => now().values,
    stored: (key) => now().stored.get(key),
    forget: () => (kept = null),
  };
}

function read(db: Db): Kept {
  const stored = new Map(listPolicies(db).map((policy) => [policy.key, policy]));
  const values = Object.fromEntries(
    Object.keys(POLICIES).map((key) => [key, readPolicy(key as PolicyKey, stored.get(key)?.value ?? null)]),
  );
  return { stored, values: values as PolicyValues };
}

function earlierRevision(db: Db, record: number, at: number): number {
  const put = listRecordEvents(db, record)
    .map(({ wire }) => decodeWire(wire))
    .findLast((event) => event !== null && event.happenedAt <= at);
  return policyEvents['policy.put'].body.safeParse(put?.body).data?.revision ?? 1;
}
