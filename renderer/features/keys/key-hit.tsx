// A key or a key loan as the box found it: what it is, what opens, and how it stands.
import { useTranslation } from 'react-i18next';
import { KEY_LOAN_STATES, KEY_STATES } from '../../../electron/api/key-states.ts';
import type { SearchHit } from '../../../electron/api/search.contract.ts';
import { Tag } from '../../ui/tag.tsx';
import { KeyStateTag } from './state-tags.tsx';
import type { Shown } from './workplace.ts';

/** `K-L1-261121-0042`; a key bears the code of its tag instead. */
const LOAN_NUMBER = /^K-[^-]+-\d{6}-\d{4,}$/;

export function shownOf({ record, number }: Pick<SearchHit, 'record' | 'number'>): Shown {
  return { kind: LOAN_NUMBER.test(number) ? 'loan' : 'key', id: record };
}

export function KeyHitTag({ hit }: { readonly hit: SearchHit }) {
  const { t } = useTranslation('keys');
  if (hit.overdue) return <Tag tone="bad">{t('due.overdue')}</Tag>;
  if (shownOf(hit).kind === 'key') {
    const state = KEY_STATES.find((each) => each === hit.state);
    return state ? <KeyStateTag state={state} /> : null;
  }
  const state = KEY_LOAN_STATES.find((each) => each === hit.state);
  return state ? <Tag tone={state === 'open' ? 'info' : 'quiet'}>{t(`loan.${state}`)}</Tag> : null;
}
