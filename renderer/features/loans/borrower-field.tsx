// Whoever borrows 借用人: the last four digits of a phone, a name or a unit. One is taken, several are listed, nobody is
// put on file.
import { CloseButton, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { BorrowerRow } from '../../../electron/api/borrowers.contract.ts';
import { useServices } from '../../app/services.ts';
import { isComposing } from '../../ui/keyboard.ts';
import search from '../../ui/search-field.module.css';
import { Tag } from '../../ui/tag.tsx';
import { chosenOf, MOST_FOUND, onlyOne } from './borrower-choice.ts';
import type { Chosen } from './borrower-choice.ts';
import styles from './borrower-field.module.css';
import type { ErrorOf } from './loan-tool.tsx';
import { Newcomer } from './newcomer.tsx';

/** So many are listed; who is not among them is typed on. */
const SHOWN = 7;

export function BorrowerField(props: {
  readonly value: Chosen | null;
  readonly error: ErrorOf;
  readonly onPick: (borrower: Chosen | null) => void;
}) {
  const { t } = useTranslation('loans');
  const { value, error, onPick } = props;
  const { calls, queries } = useServices();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  // Nobody is pointed at before an arrow does: an Enter alone takes nobody out of several.
  const [active, setActive] = useState(-1);
  const [isNew, setNew] = useState(false);
  /** Who was taken for which text: what a scanner types in between, and is taken out again, changes nobody. */
  const taken = useRef<{ readonly text: string; readonly chosen: Chosen } | null>(null);
  const text = typed.trim();
  const optionsOf = (wanted: string) => ({
    ...calls.borrowers.find.queryOptions({ input: { text: wanted, limit: MOST_FOUND } }),
    // Who has what changes all day.
    ...{ staleTime: 0, gcTime: 0 },
  });
  const found = useQuery({
    ...optionsOf(text),
    enabled: value === null && open && !isNew,
    placeholderData: keepPreviousData,
  });
  const current = found.isPlaceholderData ? undefined : found.data;
  const shown = value === null && open && !isNew ? (found.data ?? []).slice(0, SHOWN) : [];
  const sole = current ? onlyOne(text, current) : null;

  function take(row: BorrowerRow, forText: string): void {
    const chosen = chosenOf(row);
    taken.current = { text: forText, chosen };
    onPick(chosen);
  }

  const takeSole = useEffectEvent((row: BorrowerRow) => take(row, text));
  useEffect(() => {
    if (sole) takeSole(sole);
  }, [sole]);

  function takeAndConfirm(row: BorrowerRow, forText: string, form: HTMLFormElement | null): void {
    flushSync(() => take(row, forText));
    form?.requestSubmit();
  }

  /** Enter was faster than the answer: who is meant is waited for, and the form confirmed once it is one. */
  function waitFor(wanted: string, form: HTMLFormElement | null): void {
    queries
      .query(optionsOf(wanted))
      .then((rows) => {
        if (field.current?.value.trim() !== wanted) return;
        const one = onlyOne(wanted, rows);
        if (one) takeAndConfirm(one, wanted, form);
        else if (rows.length === 0) setNew(true);
      })
      // The same question stands behind the list.
      .catch(() => {});
  }

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    if (isComposing(event)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      setActive((Math.max(active, step < 0 ? 0 : -1) + step + shown.length) % shown.length);
    } else if (event.key === 'Escape' && shown.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Enter' && value === null) {
      const row = shown[active];
      if (row) {
        event.preventDefault();
        choose(row);
      } else if (text !== '') {
        event.preventDefault();
        // The answer may be there a moment before whoever it names has been taken.
        if (sole) takeAndConfirm(sole, text, event.currentTarget.form);
        else if (!current) waitFor(text, event.currentTarget.form);
        else if (current.length === 0) setNew(true);
        else setOpen(true);
      }
    }
  }

  function write(next: string): void {
    const before = taken.current;
    if (before && next.trim() === before.text) onPick(before.chosen);
    else if (value) onPick(null);
    setTyped(next);
    setActive(-1);
    setOpen(true);
  }

  function choose(row: BorrowerRow): void {
    setTyped(row.name ?? '');
    take(row, row.name ?? '');
  }

  function clear(): void {
    taken.current = null;
    onPick(null);
    setNew(false);
    write('');
    requestAnimationFrame(() => field.current?.focus());
  }

  if (isNew) return <Newcomer typed={text} error={error} onPick={onPick} onBack={clear} />;
  return (
    <div className={search.search}>
      <TextInput
        ref={field}
        label={t('borrower')}
        required
        // What was typed stays: the fifth digit of a whole number must not be lost to whoever the first four found.
        value={typed}
        error={error('borrower')}
        description={t('borrowerHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data-field="borrower"
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        rightSection={
          value ? <CloseButton size="sm" aria-label={t('otherBorrower')} onClick={clear} /> : null
        }
        onKeyDown={press}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {value ? (
        <p className={styles.chosen} role="status">
          <strong>{value.name}</strong>
          <span>{value.said}</span>
          {value.overdue > 0 ? <Tag tone="warn">{t('hasOverdue', { count: value.overdue })}</Tag> : null}
        </p>
      ) : null}
      <div
        id={listId}
        role="listbox"
        aria-label={t('borrowers')}
        className={search.list}
        hidden={shown.length === 0}
      >
        {shown.map((row, index) => (
          <div
            key={JSON.stringify(row.pick)}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={search.option}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(row);
            }}
          >
            <span className={search.name}>{row.name}</span>
            <span className={search.where}>{[row.from, row.phone].filter(Boolean).join(' · ')}</span>
            {row.overdue > 0 ? <Tag tone="warn">{t('hasOverdue', { count: row.overdue })}</Tag> : null}
            {row.overdue === 0 && row.holds > 0 ? (
              <Tag tone="quiet">{t('hasThings', { count: row.holds })}</Tag>
            ) : null}
          </div>
        ))}
      </div>
      {current?.length === 0 && text !== '' && open && value === null ? (
        <p className={styles.nobody}>{t('nobodyFound')}</p>
      ) : null}
    </div>
  );
}
