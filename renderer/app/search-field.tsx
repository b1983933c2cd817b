// A field that suggests while one types: two letters and Enter, also when Enter was faster than the answer.
import { TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { QueryFunction, QueryKey } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { ChipsInput } from '../ui/chips-input.tsx';
import type { ChosenChips, InputFacts } from '../ui/chips-input.tsx';
import { isComposing } from '../ui/keyboard.ts';
import styles from '../ui/search-field.module.css';
import { useServices } from './services.ts';

export interface SearchFieldProps<Match> extends Omit<
  InputFacts,
  'value' | 'onChange' | 'onSelect' | 'label'
> {
  readonly label: string;
  readonly value: string;
  /** False where the text is a choice already made: then nothing is suggested. */
  readonly searching: boolean;
  /** Suggests before anything is typed, as soon as the hand is here. */
  readonly eager?: boolean;
  /** The query of a text, as the client makes it. */
  readonly ask: (text: string) => { queryKey: QueryKey; queryFn: QueryFunction<Match[]> };
  readonly idOf: (match: Match) => string;
  /** A line of the list: use the classes of `search-field.module.css`. */
  readonly lineOf: (match: Match) => ReactNode;
  /** Names the list. */
  readonly suggestions: string;
  readonly onType: (text: string) => void;
  readonly onChoose: (match: Match) => void;
  /** Asked first at an Enter; true where the text was taken as it stands. */
  readonly onEnter?: (text: string) => boolean;
  /** Said below the field where what was typed stands for nothing on file. */
  readonly unknown?: string | undefined;
  /** Where several may be chosen: they stand inside the field, as chips. */
  readonly chosen?: ChosenChips;
}

export function SearchField<Match>(props: SearchFieldProps<Match>) {
  const { value, searching, eager = false, ask, idOf, lineOf, onType, onChoose, unknown, ...input } = props;
  const { suggestions, onEnter, chosen, ...field } = input;
  const { queries } = useServices();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [walked, setActive] = useState<number | null>(null);
  const text = value.trim();
  // What nobody has typed for is chosen by an arrow first: a stray Enter must take nothing.
  const active = walked ?? (text === '' ? -1 : 0);
  const wanted = searching && open && (eager || text !== '');
  const options = { ...ask(text), gcTime: 60_000 };
  const found = useQuery({ ...options, enabled: wanted, placeholderData: keepPreviousData });
  const current = wanted && !found.isPlaceholderData ? found.data : undefined;
  const shown = wanted ? (found.data ?? []) : [];
  const isUnknown = current?.length === 0;
  const typed = useRef(value);

  function choose(match: Match): void {
    setOpen(false);
    setActive(null);
    onChoose(match);
  }

  /**
   * Enter was faster than the answer: it counts as soon as that comes, unless somebody has typed on. Where nothing is
   * found it confirms the form, as it does a moment later.
   */
  function chooseBest(form: HTMLFormElement | null): void {
    queries
      .query(options)
      .then(([best]) => {
        if (typed.current !== value) return;
        if (best) choose(best);
        else form?.requestSubmit();
      })
      // The query shows nothing then, and the text stands as it was typed.
      .catch(() => {});
  }

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    if (isComposing(event) || !wanted) return;
    if (event.key === 'Enter' && onEnter?.(text) === true) event.preventDefault();
    else if (event.key === 'Enter' && (!current || shown.length > 0)) {
      event.preventDefault();
      const match = current?.[active];
      if (match) choose(match);
      else if (text === '') event.currentTarget.form?.requestSubmit();
      else chooseBest(event.currentTarget.form);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((Math.max(active, step > 0 ? -1 : 0) + step + shown.length) % Math.max(1, shown.length));
    } else if (event.key === 'Escape' && shown.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  }

  const box: InputFacts = {
    ...field,
    value,
    description:
      field.description ?? (searching && text !== '' && (!open || isUnknown) ? unknown : undefined),
    inputWrapperOrder: ['label', 'input', 'description', 'error'],
    autoComplete: 'off',
    role: 'combobox',
    'aria-expanded': shown.length > 0,
    'aria-controls': listId,
    'aria-autocomplete': 'list',
    'aria-activedescendant': shown.length > 0 && active >= 0 ? `${listId}-${active}` : undefined,
    onKeyDown: press,
    onFocus() {
      if (eager) setOpen(true);
    },
    onBlur: () => setOpen(false),
    onChange(event) {
      setOpen(true);
      setActive(null);
      typed.current = event.currentTarget.value;
      onType(event.currentTarget.value);
    },
  };

  return (
    <div className={styles.search}>
      {chosen ? <ChipsInput {...box} chosen={chosen} /> : <TextInput {...box} />}
      <div
        id={listId}
        role="listbox"
        aria-label={suggestions}
        className={styles.list}
        hidden={shown.length === 0}
      >
        {shown.map((match, index) => (
          <div
            key={idOf(match)}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.option}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(match);
            }}
          >
            {lineOf(match)}
          </div>
        ))}
      </div>
    </div>
  );
}
