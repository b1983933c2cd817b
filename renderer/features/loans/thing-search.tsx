// The field that finds what is lent: an asset code in full, or a kind by its name, of which any that is free will do.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoanItemRow, LoanTypeRow } from '../../../electron/api/loan-items.contract.ts';
import { SearchField } from '../../app/search-field.tsx';
import { useServices } from '../../app/services.ts';
import styles from '../../ui/search-field.module.css';
import { thingsFound } from './things-found.ts';
import type { Thing } from './things-found.ts';
import { useTypeName } from './type-name.ts';

/** So many are listed; of one kind any other will do as well. */
const SHOWN = 8;

export function ThingSearch(props: {
  readonly types: readonly LoanTypeRow[];
  readonly items: readonly LoanItemRow[];
  /** What stands on the form is offered no second time. */
  readonly taken: readonly number[];
  readonly error?: string | undefined;
  readonly onChoose: (thing: { readonly type: number; readonly item: number | null }) => void;
}) {
  const { t } = useTranslation('loans');
  const { types, items, taken, error, onChoose } = props;
  const { calls } = useServices();
  const [text, setText] = useState('');

  function take(type: number, item: number | null): void {
    setText('');
    onChoose({ type, item });
  }

  /** A code in full is that thing, also where it is not here: the form says why it cannot leave. */
  function takeWhole(typed: string): boolean {
    const code = typed.normalize('NFKC').trim().toUpperCase();
    const item = items.find(({ asset }) => asset === code);
    if (item) take(item.type, item.id);
    return item !== undefined;
  }

  return (
    <SearchField
      label={t('items')}
      placeholder={t('itemsHint')}
      value={text}
      searching
      error={error}
      data-field="lines"
      spellCheck={false}
      suggestions={t('things')}
      unknown={t('thingUnknown')}
      ask={(typed) => ({
        queryKey: [...calls.loans.items.key(), typed, taken, items],
        queryFn: async () =>
          thingsFound(typed, { types, items: items.filter(({ id }) => !taken.includes(id)) }, SHOWN),
      })}
      idOf={({ type, item }) => `${type.id}-${item?.id}`}
      lineOf={thingLine}
      onType={setText}
      onEnter={takeWhole}
      onChoose={({ type, item }) => take(type.id, item?.id ?? null)}
    />
  );
}

function thingLine(thing: Thing) {
  return <ThingLine thing={thing} />;
}

function ThingLine({ thing: { type, item } }: { readonly thing: Thing }) {
  const { t } = useTranslation('loans');
  const nameOf = useTypeName();
  return (
    <>
      <span className={styles.name}>{nameOf(type)}</span>
      <span className={styles.where}>{item?.asset ?? t('availableHere', { count: type.available })}</span>
    </>
  );
}
