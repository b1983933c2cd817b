// What the window reads of policies: each with its default and who changed it, its history, and the notice.
import type { PolicyChange, PolicyRow } from '../../api/policies.contract.ts';
import { POLICIES, POLICY_KEYS, type PolicyKey } from '../../api/policies.ts';
import { decodeWire } from '../../../head-office/protocol/wire.ts';
import type { Db } from '../database/handle.ts';
import { listRecordEvents } from '../journal/journal.store.ts';
import { findStaff } from '../people/staff.store.ts';
import { findProperty } from '../places/places.store.ts';
import { policyEvents } from './policies.events.ts';
import type { PolicyReader } from './policies.reader.ts';
import { fillNotice } from './policies.rules.ts';

export interface PolicyQueryParts {
  readonly db: Db;
  readonly policies: PolicyReader;
}

export function readPolicies(parts: PolicyQueryParts): PolicyRow[] {
  return POLICY_KEYS.map((key) => {
    const stored = parts.policies.stored(key);
    return {
      key,
      value: parts.policies.value(key),
      default: POLICIES[key].default,
      isDefault: (stored?.value ?? null) === null,
      changed: stored ? changedBy(parts, stored.changedAt, stored.staff) : null,
      revision: parts.policies.revision(key),
    };
  });
}

/** Latest first. */
export function readPolicyHistory(parts: PolicyQueryParts, key: PolicyKey): PolicyChange[] {
  const stored = parts.policies.stored(key);
  if (!stored) return [];
  return listRecordEvents(parts.db, stored.id)
    .flatMap(({ wire }) => {
      const event = decodeWire(wire);
      const body = policyEvents['policy.put'].body.safeParse(event?.body).data;
      if (!event || !body) return [];
      const { revision, value } = body;
      return [{ ...changedBy(parts, event.happenedAt, event.staff), revision, value }];
    })
    .toReversed();
}

function changedBy({ db }: PolicyQueryParts, at: number, id: number | null) {
  const by = id === null ? null : findStaff(db, id);
  return { at, staffNumber: by?.number ?? null, staffName: by?.name ?? null };
}

/** The notice in force, with the property's name and address where its text asks for them. */
export function readNotice({ db, policies }: PolicyQueryParts): {
  version: number;
  zh: string;
  en: string;
} {
  const { zh, en } = policies.value('privacy.notice');
  const { name_zh = '', name_en = '', address = '' } = findProperty(db) ?? {};
  return {
    version: policies.revision('privacy.notice'),
    zh: fillNotice(zh, { property: name_zh, address }),
    en: fillNotice(en, { property: name_en, address }),
  };
}
