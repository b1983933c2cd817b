// The cases of a key in its panel: who was told, what was done, what it cost.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyCaseRow } from '../../../electron/api/key-cases.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { yuan } from '../../ui/money.ts';
import { Tag } from '../../ui/tag.tsx';
import own from './keys.module.css';
import { NoteCase } from './note-case.tsx';

/** Nothing where it never was lost. */
export function KeyCases({ record, mayWrite }: { readonly record: number; readonly mayWrite: boolean }) {
  const { calls } = useServices();
  const cases = useQuery(calls.keys.cases.queryOptions({ input: { key: record } }));
  return (cases.data ?? []).map((each) => <Case key={each.id} of={each} mayWrite={mayWrite} />);
}

function Case({ of, mayWrite }: { readonly of: KeyCaseRow; readonly mayWrite: boolean }) {
  const { t } = useTranslation('keys');
  const { times } = useProperty();
  const [noting, setNoting] = useState(false);
  const { outcome, costFen, steps, loanNumber, borrowerName } = of;
  return (
    <section aria-label={t('case')} className={own.calls}>
      <h3 className={own.subtitle}>
        {t('case')}{' '}
        <Tag tone={outcome === null ? 'bad' : 'quiet'}>
          {outcome === null ? t('caseOpen') : t(`outcome.${outcome}`)}
        </Tag>
      </h3>
      <p className={own.soft}>
        {[loanNumber, borrowerName, costFen > 0 ? t('caseCost', { cost: yuan(costFen) }) : null]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul className={own.lines}>
        {steps.map(({ step, who, at, costFen: cost, note }, index) => (
          <li key={`${at}-${index}`}>
            <span>{times.short(at)}</span>
            <strong>{index === 0 ? t('event.lost') : t(`step.${step}`)}</strong>
            {[who && t(`told.${who}`), cost > 0 ? yuan(cost) : null, note].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
      {noting ? <NoteCase of={of} onClose={() => setNoting(false)} /> : null}
      {mayWrite && !noting ? (
        <Button size="compact-sm" variant="default" w="fit-content" onClick={() => setNoting(true)}>
          {t('noteCase')}
        </Button>
      ) : null}
    </section>
  );
}
