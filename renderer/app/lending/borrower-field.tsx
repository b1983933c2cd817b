// The field in which a borrower is looked for: the last four digits of a phone, a name or a unit. One is taken by
// itself, several are listed, nobody is put on file.
import { Button, CloseButton, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { BorrowerRow } from '../../../electron/api/borrowers.contract.ts';
import { isComposing } from '../../ui/keyboard.ts';
import search from '../../ui/search-field.module.css';
import { useServices } from '../services.ts';
import { MOST_FOUND, newPersonOf, onlyOne } from './borrower-choice.ts';
import type { NewPerson } from './borrower-choice.ts';
import { BorrowerList, ChosenBorrower, optionId } from './borrower-list.tsx';
import styles from './borrower-pick.module.css';

/** So many are listed; who is not among them is typed on. */
const SHOWN = 7;

export function BorrowerField(props: {
  readonly value: BorrowerRow | null;
  readonly newKind: NewPerson['kind'];
  readonly error: string | undefined;
  readonly onTake: (row: BorrowerRow | null) => void;
  readonly onNew: (person: NewPerson) => void;
}) {
  const { t } = useTranslation('lending');
  const { value, newKind, error, onTake, onNew } = props;
  const { calls, queries } = useServices();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  // Nobody is pointed at before an arrow does: an Enter alone takes nobody out of several.
  const [active, setActive] = useState(-1);
  /** Who was taken for which text: what a scanner types in between, and is taken out again, changes nobody. */
  const taken = useRef<{ readonly text: string; readonly row: BorrowerRow } | null>(null);
  const text = typed.trim();
  const optionsOf = (wanted: string) => ({
    ...calls.borrowers.find.queryOptions({ input: { text: wanted, limit: MOST_FOUND } }),
    // Who has what changes all day.
    ...{ staleTime: 0, gcTime: 0 },
  });
  const asking = value === null && open;
  const found = useQuery({ ...optionsOf(text), enabled: asking, placeholderData: keepPreviousData });
  const current = asking && !found.isPlaceholderData ? found.data : undefined;
  const shown = asking ? (found.data ?? []).slice(0, SHOWN) : [];
  const sole = current ? onlyOne(text, current) : null;

  function take(row: BorrowerRow, forText: string): void {
    taken.current = { text: forText, row };
    onTake(row);
  }

  const takeSole = useEffectEvent((row: BorrowerRow) => take(row, text));
  useEffect(() => {
    if (sole) takeSole(sole);
  }, [sole]);
  // Somebody who showed a card or a badge: their name stands where they would have been typed.
  const nameTheirs = useEffectEvent(() => {
    if (value && taken.current?.row !== value) {
      taken.current = { text: value.name ?? '', row: value };
      setTyped(value.name ?? '');
    }
  });
  useEffect(() => nameTheirs(), [value]);

  function takeAndConfirm(row: BorrowerRow, forText: string, form: HTMLFormElement | null): void {
    flushSync(() => take(row, forText));
    form?.requestSubmit();
  }

  function putOnFile(): void {
    onNew(newPersonOf(text, newKind));
  }

  /** Enter was faster than the answer: who is meant is waited for, and the form confirmed once it is one. */
  function waitFor(wanted: string, form: HTMLFormElement | null): void {
    queries
      .query(optionsOf(wanted))
      .then((rows) => {
        if (field.current?.value.trim() !== wanted) return;
        const one = onlyOne(wanted, rows);
        if (one) takeAndConfirm(one, wanted, form);
        else if (rows.length === 0) putOnFile();
        else pointAtOnly(rows);
      })
      // The same question stands behind the list.
      .catch(() => {});
  }

  /** A name that is one person's alone: pointed at, so that the next Enter takes them. */
  function pointAtOnly(rows: readonly BorrowerRow[]): void {
    setOpen(true);
    if (rows.length === 1) setActive(0);
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
      pressEnter(event);
    }
  }

  function pressEnter(event: KeyboardEvent<HTMLInputElement>): void {
    const { form } = event.currentTarget;
    const row = shown[active];
    // An empty field confirms the form, which says what is missing.
    if (!row && text === '') return;
    event.preventDefault();
    if (row) choose(row);
    // The answer may be there a moment before whoever it names has been taken.
    else if (sole) takeAndConfirm(sole, text, form);
    else if (!current) waitFor(text, form);
    else if (current.length === 0) putOnFile();
    else pointAtOnly(current);
  }

  function write(next: string): void {
    const before = taken.current;
    if (before && next.trim() === before.text) onTake(before.row);
    else if (value) onTake(null);
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
    write('');
    requestAnimationFrame(() => field.current?.focus());
  }

  return (
    <div className={styles.line}>
      <div className={search.search}>
        <TextInput
          ref={field}
          label={t('borrower')}
          required
          // What was typed stays: the fifth digit of a whole number must not be lost to whoever the first four found.
          value={typed}
          error={error}
          placeholder={t('borrowerHint')}
          data-field="borrower"
          autoComplete="off"
          spellCheck={false}
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? optionId(listId, active) : undefined}
          rightSection={
            value ? <CloseButton size="sm" aria-label={t('otherBorrower')} onClick={clear} /> : null
          }
          onKeyDown={press}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={(event) => write(event.currentTarget.value)}
        />
        {value ? <ChosenBorrower row={value} /> : null}
        <BorrowerList id={listId} rows={shown} active={active} onChoose={choose} />
        {current?.length === 0 && text !== '' ? <p className={styles.nobody}>{t('nobodyFound')}</p> : null}
      </div>
      {value ? null : (
        <Button variant="default" onClick={putOnFile}>
          {t('newBorrower')}
        </Button>
      )}
    </div>
  );
}
