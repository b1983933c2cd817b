// Stocktakes 盘点 of the keys page: begin one or go on with one, and how the ones before ended.
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StocktakeRow } from '../../../electron/api/key-stocktake.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tag } from '../../ui/tag.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { cabinetsOf } from './cabinet-hooks.ts';
import { useCabinetName } from './cabinet-name.ts';
import { useKeysDesk } from './keys-desk.tsx';
import own from './keys.module.css';
import { StocktakeCount } from './stocktake-count.tsx';
import { StocktakeRefusal } from './stocktake-refusal.tsx';
import styles from './stocktake.module.css';
import table from '../../ui/plain-table.module.css';

/** `by` is the number of whoever works here, for what is printed. */
export function Stocktakes(props: {
  readonly active: boolean;
  readonly mayWrite: boolean;
  readonly by: string;
}) {
  const { t } = useTranslation('keys');
  const { calls } = useServices();
  const { times } = useProperty();
  const list = useQuery(calls.keys.stocktakes.queryOptions());
  const due = useQuery(calls.keys.stocktakeDue.queryOptions());
  const [counting, setCounting] = useState<number | null>(null);
  if (list.error) return <Callout tone="bad" announce title={<StocktakeRefusal error={list.error} />} />;
  if (counting !== null) {
    return <StocktakeCount {...props} id={counting} onLeave={() => setCounting(null)} />;
  }
  const rows = list.data ?? [];
  const lastAt = due.data?.lastAt ?? null;
  return (
    <section className={styles.page} aria-label={t('stocktakes')}>
      <p className={styles.hint}>
        {lastAt === null ? t('neverCounted') : t('lastStocktake', { time: times.full(lastAt) })}{' '}
        {due.data?.due ? <Tag tone="warn">{t('stocktakeDue')}</Tag> : null}
      </p>
      {props.mayWrite ? <Begin onBegun={setCounting} /> : null}
      <Unsealed />
      <h2 className={styles.title}>{t('pastStocktakes')}</h2>
      {list.data && rows.length === 0 ? <EmptyState title={t('noStocktakes')} /> : null}
      {rows.length === 0 ? null : <Past rows={rows} mayWrite={props.mayWrite} onResume={setCounting} />}
    </section>
  );
}

/** Spares whose bag lies open, to be sealed again. Nothing where there is none. */
function Unsealed() {
  const { t } = useTranslation('keys');
  const { calls } = useServices();
  const { show } = useKeysDesk();
  const open = useQuery(calls.keys.unsealed.queryOptions()).data ?? [];
  if (open.length === 0) return null;
  return (
    <section aria-label={t('unsealedList')}>
      <h2 className={styles.title}>{t('unsealedList')}</h2>
      <ul className={own.lines}>
        {open.map(({ id, code, name }) => (
          <li key={id}>
            <Button size="compact-sm" variant="subtle" onClick={() => show({ kind: 'key', id }, true)}>
              {[code, name].filter(Boolean).join(' ')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Begin({ onBegun }: { readonly onBegun: (stocktake: number) => void }) {
  const { t } = useTranslation('keys');
  const { api, calls } = useServices();
  const { desk } = useProperty().property;
  const nameOf = useCabinetName();
  const keys = useQuery(calls.keys.cabinet.queryOptions());
  const [scope, setScope] = useState('');
  const [refusal, setRefusal] = useState<unknown>(null);
  const cabinets = cabinetsOf(keys.data ?? [], desk.code);
  const desks = [...new Set(cabinets.map((cabinet) => cabinet.desk))];
  const whole = desks.map((code) => ({
    value: JSON.stringify([code, null]),
    label: t('wholeDesk', { desk: code }),
  }));
  const single = cabinets
    .filter(({ cabinet }) => cabinet !== null)
    .map((cabinet) => ({ value: cabinet.id, label: nameOf(cabinet) }));
  const choices = [...whole, ...single];

  function begin(): void {
    setRefusal(null);
    const [at, cabinet] = JSON.parse(scope || (choices[0]?.value ?? '["",null]')) as [string, string | null];
    api.keys
      .beginStocktake({ commandId: uuidV7(), desk: at, cabinet })
      .then(({ id }) => onBegun(id), setRefusal);
  }

  return (
    <div className={styles.begin}>
      <NativeSelect
        label={t('scope')}
        value={scope}
        data={choices}
        onChange={(event) => setScope(event.currentTarget.value)}
      />
      <Button disabled={choices.length === 0} onClick={begin}>
        {t('beginStocktake')}
      </Button>
      {refusal === null ? null : <Callout tone="bad" announce title={<StocktakeRefusal error={refusal} />} />}
    </div>
  );
}

function Past(props: {
  readonly rows: readonly StocktakeRow[];
  readonly mayWrite: boolean;
  readonly onResume: (stocktake: number) => void;
}) {
  const { t } = useTranslation('keys');
  const { times } = useProperty();
  const nameOf = useCabinetName();
  return (
    <table className={table.table} aria-label={t('pastStocktakes')}>
      <thead>
        <tr>
          <th scope="col">{t('startedAt')}</th>
          <th scope="col">{t('scope')}</th>
          <th scope="col">{t('startedBy')}</th>
          <th scope="col">{t('count')}</th>
          <th scope="col">{t('differences')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id}>
            <td>{times.full(row.startedAt)}</td>
            <td>{row.cabinet === null ? t('wholeDesk', { desk: row.desk }) : nameOf(row)}</td>
            <td>{row.startedBy}</td>
            <td>{`${row.present} / ${row.expected}`}</td>
            <td>
              {row.finishedAt === null ? (
                <span className={styles.inRow}>
                  <Tag tone="info">{t('open')}</Tag>
                  {props.mayWrite ? (
                    <Button size="compact-sm" variant="default" onClick={() => props.onResume(row.id)}>
                      {t('resumeStocktake')}
                    </Button>
                  ) : null}
                </span>
              ) : (
                <Ended row={row} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Ended({ row }: { readonly row: StocktakeRow }) {
  const { t } = useTranslation('keys');
  if (row.differences.length === 0) return <Tag tone="good">{t('noDifferences')}</Tag>;
  return (
    <ul className={styles.ended}>
      {row.differences.map(({ key, code, name, finding, how, reason }) => (
        <li key={key}>
          <Tag tone={how === 'carried' ? 'warn' : 'quiet'}>{t(`how.${how}`)}</Tag> {t(`finding.${finding}`)}{' '}
          {code} {name} {reason}
        </li>
      ))}
    </ul>
  );
}
