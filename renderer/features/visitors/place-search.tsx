// A field that suggests hosts and units while one types: two letters and Enter, also when Enter was faster.
import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceMatch } from '../../../electron/api/places.contract.ts';
import { useServices } from '../../app/services.ts';
import { isComposing } from '../../ui/keyboard.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from '../../ui/search-field.module.css';

export interface PlaceSearchProps extends Omit<TextInputProps, 'onChange' | 'value' | 'onSelect'> {
  readonly value: string;
  /** False where the text is a choice already made: then nothing is suggested. */
  readonly searching: boolean;
  readonly onType: (text: string) => void;
  readonly onChoose: (place: PlaceMatch) => void;
  /** Said below the field where what was typed stands for nobody on file. */
  readonly unknown?: string;
}

const SHOWN = 8;

export function PlaceSearch({ value, searching, onType, onChoose, unknown, ...input }: PlaceSearchProps) {
  const { t } = useTranslation(['visitors', 'places']);
  const { calls, queries } = useServices();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const text = value.trim();
  const wanted = searching && open && text !== '';
  const options = calls.places.find.queryOptions({ input: { text, limit: SHOWN } });
  const found = useQuery({ ...options, enabled: wanted, placeholderData: keepPreviousData, gcTime: 60_000 });
  const current = wanted && !found.isPlaceholderData ? found.data : undefined;
  const shown = wanted ? (found.data ?? []) : [];
  const isUnknown = current?.length === 0;
  const typed = useRef(value);

  function choose(place: PlaceMatch): void {
    setOpen(false);
    onChoose(place);
  }

  /**
   * Enter was faster than the answer: it counts as soon as that comes, unless somebody has typed on. Where nobody is
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
    if (event.key === 'Enter' && (!current || shown.length > 0)) {
      event.preventDefault();
      const place = current?.[active];
      if (place) choose(place);
      else chooseBest(event.currentTarget.form);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + shown.length) % Math.max(1, shown.length));
    } else if (event.key === 'Escape' && shown.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  }

  return (
    <div className={styles.search}>
      <TextInput
        {...input}
        value={value}
        description={
          input.description ?? (searching && text !== '' && (!open || isUnknown) ? unknown : undefined)
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? `${listId}-${active}` : undefined}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setOpen(true);
          setActive(0);
          typed.current = event.currentTarget.value;
          onType(event.currentTarget.value);
        }}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t('suggestions')}
        className={styles.list}
        hidden={shown.length === 0}
      >
        {shown.map((place, index) => (
          <div
            key={`${place.contact ?? ''}-${place.unit ?? ''}`}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.option}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(place);
            }}
          >
            <span className={styles.name}>{place.contactName ?? place.unitCode ?? place.tenantName}</span>
            <span className={styles.where}>
              {[place.contactName === null ? null : place.unitCode, place.tenantName]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {place.caution ? (
              <Tag tone={place.caution === 'movedOut' ? 'warn' : 'quiet'}>
                {t(`places:caution.${place.caution}`)}
              </Tag>
            ) : null}
          </div>
        ))}
      </div>
    </div>
  );
}
