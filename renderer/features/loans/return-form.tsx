// Taking things back, one scan after the other: each is back at once and stands here with how it came and the way back.
import { Button, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BorrowerRow } from '../../../electron/api/borrowers.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useTitle } from '../../app/titles.ts';
import { useServices } from '../../app/services.ts';
import { EntryForm } from '../../app/register/entry-form.tsx';
import { Callout } from '../../ui/callout.tsx';
import form from '../../ui/entry-form.module.css';
import { isComposing } from '../../ui/keyboard.ts';
import { Tag } from '../../ui/tag.tsx';
import { BackList } from './back-list.tsx';
import { LoanRefusal } from './loan-refusal.tsx';
import { useLoansDesk } from './loans-desk.tsx';
import styles from './return-form.module.css';

/** Our own 16 digits, or an asset code such as `YS-014`: acted on. Anything else is looked for. */
const CODE = /^(\d{16}|[A-Za-z]{1,4}-?\d{1,6})$/;
const SHOWN = 6;

export function ReturnForm(props: { readonly front: boolean; readonly onCancel: () => void }) {
  const { t } = useTranslation('loans');
  const { front, onCancel } = props;
  const { calls } = useServices();
  const { place, act, show } = useLoansDesk();
  const box = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState('');
  const text = typed.normalize('NFKC').trim();
  const isCode = CODE.test(text.replaceAll(/\s/g, ''));
  const found = useQuery({
    ...calls.borrowers.find.queryOptions({ input: { text, limit: SHOWN } }),
    enabled: front && text.length > 1 && !isCode,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const holding = (found.data ?? []).filter(({ holds }) => holds > 0);
  useEffect(() => {
    if (front) box.current?.querySelector<HTMLElement>('[data-field]')?.focus();
  }, [front]);

  function confirm(): void {
    if (isCode) {
      act(text.replaceAll(/\s/g, '').toUpperCase());
      setTyped('');
    } else {
      box.current?.querySelector<HTMLElement>('[data-loan]')?.focus();
    }
  }

  return (
    <EntryForm
      {...{ box, front, onCancel }}
      label={t('return')}
      cancel={t('done')}
      besides={
        <Button
          variant="subtle"
          onClick={() => {
            onCancel();
            show({ kind: 'strays', adding: true }, false);
          }}
        >
          {t('addStray')}
        </Button>
      }
      onConfirm={confirm}
    >
      <TextInput
        label={t('returnWhat')}
        description={t('returnHint')}
        value={typed}
        data-field="what"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || isComposing(event)) return;
          event.preventDefault();
          box.current?.querySelector<HTMLElement>('[data-loan]')?.focus();
        }}
      />
      {found.error ? <Callout tone="bad" announce title={<LoanRefusal error={found.error} />} /> : null}
      {found.isSuccess && holding.length === 0 && text.length > 1 && !isCode ? (
        <p role="status" className={form.note}>
          {t('nobodyHolds')}
        </p>
      ) : null}
      {holding.map((row) => (
        <Holder key={JSON.stringify(row.pick)} row={row} />
      ))}
      <BackList back={place.back} />
    </EntryForm>
  );
}

/** Whoever has something, and each thing as a button that opens its loan with the hand on the return. */
function Holder({ row }: { readonly row: BorrowerRow }) {
  const { t } = useTranslation('loans');
  const { calls } = useServices();
  const { times } = useProperty();
  const { show } = useLoansDesk();
  const titleOf = useTitle();
  const borrower = row.pick.from === 'borrower' ? row.pick.borrower : null;
  const held = useQuery({
    ...calls.borrowers.get.queryOptions({ input: { borrower: borrower ?? 0 } }),
    enabled: borrower !== null,
    gcTime: 0,
  });
  const things = (held.data?.things ?? []).filter(({ register }) => register === 'loans');
  if (things.length === 0) return null;
  return (
    <section className={styles.holder}>
      <h3 className={styles.who}>
        {row.name} <span>{[row.from, row.phone].filter(Boolean).join(' · ')}</span>
      </h3>
      {things.map((thing) => (
        <button
          key={`${thing.record}-${thing.title}`}
          type="button"
          className={styles.thing}
          data-loan
          onClick={() => show({ kind: 'loan', loan: thing.record, tool: null }, true)}
        >
          <strong>{titleOf(thing)}</strong>
          <span>{thing.number}</span>
          {thing.dueAt === null ? null : (
            <Tag tone={thing.overdue ? 'warn' : 'quiet'}>
              {t('dueBy', { time: times.short(thing.dueAt) })}
            </Tag>
          )}
        </button>
      ))}
    </section>
  );
}
