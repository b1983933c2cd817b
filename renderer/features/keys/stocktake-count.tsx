// A stocktake that is being counted: by scan or hook by hook, and its end.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StocktakeDetail } from '../../../electron/api/key-stocktake.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useNotices } from '../../ui/notice.tsx';
import { RecordGrid } from '../../ui/record-grid.tsx';
import { Tag } from '../../ui/tag.tsx';
import { playTone } from '../../ui/tone.ts';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { useCabinetName, useHookName } from './cabinet-name.ts';
import { useKeysDesk } from './keys-desk.tsx';
import { KeyStateTag } from './state-tags.tsx';
import { StocktakeFinish } from './stocktake-finish.tsx';
import { StocktakeRefusal } from './stocktake-refusal.tsx';
import { StocktakeSheet } from './stocktake-sheet.tsx';
import styles from './stocktake.module.css';
import { useKeysRead } from './use-keys-read.ts';

type Line = StocktakeDetail['lines'][number];

export function StocktakeCount(props: {
  readonly id: number;
  readonly active: boolean;
  readonly mayWrite: boolean;
  readonly by: string;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation('keys');
  const { id, active, mayWrite, by, onLeave } = props;
  const { calls } = useServices();
  const nameOf = useCabinetName();
  const found = useQuery(calls.keys.stocktake.queryOptions({ input: { stocktake: id } }));
  const [view, setView] = useState<'count' | 'finish'>('count');
  const [sheet, setSheet] = useState(false);
  const { count, uncount } = useCounting(id, active && mayWrite);
  if (found.error) return <Callout tone="bad" announce title={<StocktakeRefusal error={found.error} />} />;
  if (!found.data) return <EmptyState title={t('neverCounted')} />;
  const stocktake = found.data;
  const open = stocktake.lines.filter(({ finding }) => finding !== null);
  return (
    <section className={styles.page} aria-label={t('stocktakes')}>
      <header className={styles.head}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={view === 'finish' ? () => setView('count') : onLeave}
        >
          {t('backToList')}
        </Button>
        <strong>
          {stocktake.cabinet === null ? t('wholeDesk', { desk: stocktake.desk }) : nameOf(stocktake)}
        </strong>
        <span role="status">
          {t('countedOf', { counted: stocktake.present, expected: stocktake.expected })} ·{' '}
          {t('differencesLeft', { count: open.length })}
        </span>
        <span className={styles.tools}>
          <Button size="compact-sm" variant="default" onClick={() => setSheet(true)}>
            {t('printSheet')}
          </Button>
          {mayWrite && view === 'count' ? (
            <Button size="compact-sm" onClick={() => setView('finish')}>
              {t('finishStocktake')}
            </Button>
          ) : null}
        </span>
      </header>
      {view === 'finish' ? (
        <StocktakeFinish stocktake={stocktake} open={open} onDone={onLeave} />
      ) : (
        <CountLines lines={stocktake.lines} mayWrite={mayWrite} onCount={count} onUncount={uncount} />
      )}
      {sheet && active ? (
        <StocktakeSheet stocktake={stocktake} by={by} onClose={() => setSheet(false)} />
      ) : null}
    </section>
  );
}

/** Counts by hook and by scan; while this is in front a scanned tag is counted and nothing else. */
function useCounting(stocktake: number, listening: boolean) {
  const { api } = useServices();
  const { takeScans } = useKeysDesk();
  const notices = useNotices();
  const read = useKeysRead();

  function refuse(error: unknown): void {
    playTone('refused');
    notices.show({ tone: 'bad', body: <StocktakeRefusal error={error} /> });
  }

  function send(work: Promise<unknown>): void {
    work.then(read).catch(refuse);
  }

  async function scan(code: string): Promise<void> {
    const what = { code };
    const { key, finding } = await api.keys.countKey({
      ...{ commandId: uuidV7(), stocktake, what, how: 'scan', present: true },
    });
    playTone(finding === null ? 'accepted' : 'refused');
    await read();
    if (finding === null) return;
    const { name, code: label, state } = await api.keys.key({ key });
    notices.show({ tone: 'warn', body: <Unexpected keyName={name ?? label} state={state} /> });
  }

  const hear = useEffectEvent((code: string) => void scan(code).catch(refuse));
  useEffect(() => {
    if (!listening) return undefined;
    return takeScans((code) => hear(code));
  }, [listening, takeScans]);

  return {
    count: (key: number, present: boolean) =>
      send(api.keys.countKey({ commandId: uuidV7(), stocktake, what: { key }, how: 'hook', present })),
    uncount: (key: number) => send(api.keys.uncountKey({ commandId: uuidV7(), stocktake, key })),
  };
}

function Unexpected({ keyName, state }: { readonly keyName: string; readonly state: Line['state'] }) {
  const { t } = useTranslation('keys');
  return t('foundUnexpected', { key: keyName, state: t(`key.${state}`) });
}

function CountLines(props: {
  readonly lines: readonly Line[];
  readonly mayWrite: boolean;
  readonly onCount: (key: number, present: boolean) => void;
  readonly onUncount: (key: number) => void;
}) {
  const { t } = useTranslation('keys');
  const { mayWrite, onCount, onUncount } = props;
  const grid = useRef<HTMLDivElement>(null);
  const rows = props.lines.map((line) => ({ ...line, id: line.key }));
  const [pointed, setPointed] = useState<number | null>(rows[0]?.id ?? null);
  useEffect(() => grid.current?.focus(), []);

  /** On to the next hook: the hand goes along the cabinet. */
  function answer(key: number, present: boolean): void {
    if (!mayWrite) return;
    onCount(key, present);
    const next = rows[rows.findIndex(({ id }) => id === key) + 1];
    if (next) setPointed(next.id);
  }

  function press(event: KeyboardEvent): void {
    if (pointed === null || !mayWrite) return;
    if (event.key === 'Delete') answer(pointed, false);
    else if (event.key === 'Backspace') onUncount(pointed);
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles.lines}>
      <p className={styles.hint}>{t('countHint')}</p>
      <RecordGrid
        label={t('countLines')}
        grid={grid}
        rowPrefix="count"
        rows={rows}
        rowClass={styles.line}
        pointed={pointed}
        onPoint={setPointed}
        onOpen={(key) => answer(key, true)}
        onPress={press}
        marksOf={({ finding, counted }) => ({
          'data-bad': (counted !== null && finding !== null) || undefined,
        })}
        columns={[
          { label: t('hook'), cell: hookCell },
          { label: t('code'), cell: ({ code }) => code },
          { label: t('name'), cell: ({ name }) => name },
          { label: t('byBook'), cell: bookCell },
          { label: t('withWhom'), cell: ({ borrowerName }) => borrowerName },
          { label: t('count'), cell: countedCell },
        ]}
      />
    </div>
  );
}

const hookCell = (line: Line) => <Hook line={line} />;
const bookCell = ({ state }: Line) => <KeyStateTag state={state} />;
const countedCell = (line: Line) => <Counted line={line} />;

function Hook({ line: { cabinet, hook } }: { readonly line: Line }) {
  const { desk } = useProperty().property;
  return useHookName()({ homeDesk: desk.code, cabinet, hook });
}

function Counted({ line: { counted, finding } }: { readonly line: Line }) {
  const { t } = useTranslation('keys');
  if (counted === null) return t('count.null');
  return (
    <>
      <Tag tone={finding === null ? 'good' : 'bad'}>{t(`count.${counted}`)}</Tag>{' '}
      {finding === null ? null : t(`finding.${finding}`)}
    </>
  );
}
