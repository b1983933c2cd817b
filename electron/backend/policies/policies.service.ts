// Changing policies: judged whole, written as one event, or refused with field and reason.
import type { policyErrors, PolicyValue } from '../../api/policies.contract.ts';
import type { PolicyKey } from '../../api/policies.ts';
import type { Author } from '../journal/append.ts';
import type { Journal } from '../journal/journal.ts';
import { refusals } from '../shared/refusal.ts';
import { policyEvents } from './policies.events.ts';
import type { PolicyReader } from './policies.reader.ts';
import { isSame, judgePolicy } from './policies.rules.ts';

export interface PoliciesParts {
  readonly journal: Journal;
  readonly policies: PolicyReader;
}

interface ResetInput {
  readonly commandId: string;
  readonly key: PolicyKey;
}
type PutInput = ResetInput & { readonly value: PolicyValue };
interface Done {
  readonly key: PolicyKey;
  readonly revision: number;
}

const refuse = refusals<typeof policyErrors>();

export type PoliciesService = ReturnType<typeof createPoliciesService>;

/** Both answer the revision that is in force then. What changes nothing writes nothing. */
export function createPoliciesService({ journal, policies }: PoliciesParts) {
  /** Throws POLICY_REFUSED with field and reason. */
  function put({ author }: { readonly author: Author }, input: PutInput): Done {
    const verdict = judgePolicy(input.key, input.value);
    if (!verdict.ok) {
      throw refuse('POLICY_REFUSED', { key: input.key, field: verdict.field, reason: verdict.reason });
    }
    return write('policies.put', author, input, verdict.value);
  }

  /** Puts the shipped value back. */
  function reset({ author }: { readonly author: Author }, input: ResetInput): Done {
    return write('policies.reset', author, input, null);
  }

  function write(action: string, author: Author, input: ResetInput, value: PolicyValue | null): Done {
    const { key } = input;
    return journal.command({ action, input }, author, (command) => {
      const before = policies.stored(key);
      const current = before?.value ?? null;
      const same = value === null || current === null ? value === current : isSame(value, current);
      if (same) return { key, revision: policies.revision(key) };
      const revision = policies.revision(key) + 1;
      const record = before?.id ?? command.newRecord();
      command.append(policyEvents, record, {
        type: 'policy.put',
        body: { key, value, revision },
        sealed: null,
      });
      return { key, revision };
    });
  }

  return { put, reset };
}
