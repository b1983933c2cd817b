// One noun of what is kept on file: its list with a filter on the left, whoever is added or changed on the right.
import { Button, CloseButton, TextInput } from '@mantine/core';
import { Activity, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '../refusal.tsx';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { isComposing, useShortcuts } from '../../ui/keyboard.ts';
import columns from '../../ui/columns.module.css';
import { isReadSo } from './record-values.ts';
import styles from './records.module.css';
import { RecordList } from './record-list.tsx';
import type { Column } from './record-list.tsx';

/** What a panel does when it is through; `id` is the record that the hand goes back to. */
export interface PanelEnd {
  readonly onDone: (id: number) => void;
  readonly onClose: () => void;
  /** Whether the one who looks may also change it. */
  readonly mayChange: boolean;
  /** Whether its first field takes the hand: not where the record was just saved. */
  readonly focused: boolean;
}

/** What one noun is called in its list. */
export interface NounWords {
  /** The button that adds one, and the title of the new one's form. */
  readonly add: string;
  readonly list: string;
  /** What the filter looks at. */
  readonly filter: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly choose: string;
  readonly panel: string;
}

export function RecordsTab<Row extends { readonly id: number }>(props: {
  readonly words: NounWords;
  readonly active: boolean;
  readonly rows: readonly Row[] | undefined;
  readonly error: unknown;
  readonly columns: readonly Column<Row>[];
  readonly mayAdd: boolean;
  /** What the filter looks at. */
  readonly textOf: (row: Row) => string;
  /** Pinyin that the filter looks at too, syllables with blanks between: found from its beginning, and by initials. */
  readonly readingsOf?: (row: Row) => readonly string[];
  readonly Title: ComponentType<{ readonly row: Row }>;
  readonly isPast?: (row: Row) => boolean;
  /** The panel of a record, or of a new one. */
  readonly Panel: ComponentType<{ readonly row: Row | null; readonly end: PanelEnd }>;
  /** Beside the button that adds. */
  readonly tools?: ReactNode;
  /** Lies over the panel while it is there. */
  readonly over?: ReactNode;
  /** A new one is begun from elsewhere in the window, each time this rises. */
  readonly begin?: number;
}) {
  const { t } = useTranslation(['records', 'shell']);
  const { words, rows, active, mayAdd, textOf, readingsOf, Title, Panel } = props;
  const grid = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const [saved, setSaved] = useState<number | null>(null);
  // A form begins anew once it was sent.
  const [sent, setSent] = useState(0);
  const [begins, setBegins] = useState(0);
  const [filter, setFilter] = useState('');
  const wanted = useDeferredValue(filter);
  const shown = useMemo(
    () => filtered(rows ?? [], wanted, textOf, readingsOf),
    [rows, wanted, textOf, readingsOf],
  );
  // Looking at another record keeps a new one's form as it is; confirming and cancelling end it.
  const [adding, setAdding] = useState(false);
  const begun = useRef(0);
  const begin = props.begin ?? 0;
  useEffect(() => {
    if (begin <= begun.current) return;
    begun.current = begin;
    setAdding(true);
    setSaved(null);
    setOpen('new');
    // What was half typed goes: what is scanned now is another thing.
    setBegins((count) => count + 1);
  }, [begin]);
  const chosen = rows?.find(({ id }) => id === open) ?? null;
  const isOpen = open === 'new' || chosen !== null;

  function toList(): void {
    grid.current?.focus();
  }

  function show(record: number | 'new'): void {
    if (record === 'new') setAdding(true);
    setSaved(null);
    setOpen(record);
  }

  const end: PanelEnd = {
    mayChange: mayAdd,
    focused: saved === null,
    onDone(id) {
      if (open === 'new') setAdding(false);
      setSent(sent + 1);
      setSaved(id);
      setOpen(id);
      toList();
    },
    onClose() {
      if (open === 'new') setAdding(false);
      setOpen(null);
      toList();
    },
  };

  useShortcuts(
    {
      'Alt+KeyN': () => (mayAdd ? show('new') : false),
      Escape() {
        if (open !== null) return end.onClose();
        return filter === '' ? false : setFilter('');
      },
    },
    active,
  );

  return (
    <div className={columns.columns}>
      <div className={columns.main}>
        <div className={columns.tools}>
          {mayAdd ? (
            <Button onClick={() => show('new')} rightSection={<KeyHint keys="Alt+N" />}>
              {words.add}
            </Button>
          ) : null}
          {props.tools}
          <TextInput
            className={styles.filter}
            type="search"
            aria-label={words.filter}
            placeholder={words.filter}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (isComposing(event)) return;
              // Enter may be faster than the list: it means what stands in the field, not what is still drawn.
              const [first] = wanted === filter ? shown : filtered(rows ?? [], filter, textOf, readingsOf);
              if (event.key === 'ArrowDown') toList();
              else if (event.key === 'Enter' && first) show(first.id);
              else return;
              event.preventDefault();
            }}
          />
          {rows ? (
            <span className={styles.hint}>{t('shown', { shown: shown.length, all: rows.length })}</span>
          ) : null}
        </div>
        {props.error ? <Callout tone="bad" announce title={<RefusalText error={props.error} />} /> : null}
        {rows === undefined ? <EmptyState title={t('loading')} /> : null}
        {rows?.length === 0 ? <EmptyState title={words.empty} hint={words.emptyHint} /> : null}
        {rows && rows.length > 0 && shown.length === 0 ? (
          <EmptyState title={t('noneFits')} hint={t('noneFitsHint')} />
        ) : null}
        {shown.length > 0 ? (
          <RecordList
            label={words.list}
            rows={shown}
            columns={props.columns}
            open={chosen?.id ?? null}
            grid={grid}
            onOpen={show}
            {...(props.isPast ? { isPast: props.isPast } : {})}
          />
        ) : null}
      </div>
      <aside className={columns.panel} aria-label={open === 'new' ? words.add : words.panel}>
        {props.over}
        <Activity mode={props.over ? 'hidden' : 'visible'}>
          {isOpen ? (
            <header className={columns.head}>
              <h2 className={columns.title}>{chosen ? <Title row={chosen} /> : words.add}</h2>
              <CloseButton className={columns.close} aria-label={t('shell:close')} onClick={end.onClose} />
            </header>
          ) : (
            <EmptyState title={words.choose} hint={t('chooseHint')} />
          )}
          {adding ? (
            <Activity mode={open === 'new' ? 'visible' : 'hidden'}>
              <div className={styles.panelBody}>
                <Panel key={begins} row={null} end={end} />
              </div>
            </Activity>
          ) : null}
          {chosen ? (
            <div key={`${chosen.id}-${sent}`} className={styles.panelBody}>
              <Panel row={chosen} end={end} />
            </div>
          ) : null}
        </Activity>
      </aside>
    </div>
  );
}

/** Every word has to stand somewhere in the text. */
function filtered<Row>(
  rows: readonly Row[],
  filter: string,
  textOf: (row: Row) => string,
  readingsOf?: (row: Row) => readonly string[],
): readonly Row[] {
  const words = fold(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = fold(textOf(row));
    const readings = readingsOf?.(row) ?? [];
    return words.every((word) => text.includes(word) || readings.some((each) => isReadSo(each, word)));
  });
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
