// The cabinet map 钥匙柜图: hook by hook, each state by colour and by word; a hook opens its key.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyRow } from '../../../electron/api/keys.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tag } from '../../ui/tag.tsx';
import page from '../../ui/register-page.module.css';
import segments from '../../ui/segments.module.css';
import { cabinetsOf, isHanging, nextHook } from './cabinet-hooks.ts';
import type { Cabinet } from './cabinet-hooks.ts';
import { useCabinetName } from './cabinet-name.ts';
import styles from './cabinet-map.module.css';
import { CabinetSheet } from './cabinet-sheet.tsx';
import { KeyRefusal } from './key-refusal.tsx';
import { useKeysDesk } from './keys-desk.tsx';
import { KeyStateTag } from './state-tags.tsx';

/** `by` is the number of whoever works here, for what is printed. */
export function CabinetMap({ active, by }: { readonly active: boolean; readonly by: string }) {
  const { t } = useTranslation('keys');
  const { calls } = useServices();
  const { desk } = useProperty().property;
  const nameOf = useCabinetName();
  const keys = useQuery(calls.keys.cabinet.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const [sheet, setSheet] = useState(false);
  const cabinets = cabinetsOf(keys.data ?? [], desk.code);
  const shown = cabinets.find(({ id }) => id === chosen) ?? cabinets[0];
  if (keys.error) return <Callout tone="bad" announce title={<KeyRefusal error={keys.error} />} />;
  if (keys.data && !shown) return <EmptyState title={t('noKeys')} hint={t('noKeysHint')} />;
  if (!shown) return null;
  return (
    <section className={styles.map} aria-label={t('cabinetMap')}>
      <header className={styles.head}>
        <nav className={`${segments.segments} ${styles.cabinets}`} aria-label={t('cabinets')}>
          {cabinets.map((cabinet) => (
            <button
              key={cabinet.id}
              type="button"
              className={segments.segment}
              aria-current={cabinet === shown}
              onClick={() => setChosen(cabinet.id)}
            >
              {nameOf(cabinet)}
              <span className={page.count}>
                {t('hereOf', { here: cabinet.keys.filter(isHanging).length, all: cabinet.keys.length })}
              </span>
            </button>
          ))}
        </nav>
        <span className={styles.count}>
          {t('hangingOf', { here: shown.keys.filter(isHanging).length, all: shown.keys.length })}
        </span>
        <Button size="compact-sm" variant="default" onClick={() => setSheet(true)}>
          {t('printMap')}
        </Button>
      </header>
      <Hooks key={shown.id} cabinet={shown} />
      <footer className={page.keys}>{t('mapKeys')}</footer>
      {sheet && active ? <CabinetSheet cabinets={cabinets} by={by} onClose={() => setSheet(false)} /> : null}
    </section>
  );
}

/** One hook has the focus, the arrows move it as the hooks hang. */
function Hooks({ cabinet }: { readonly cabinet: Cabinet }) {
  const { t } = useTranslation('keys');
  const nameOf = useCabinetName();
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);

  function press(event: KeyboardEvent): void {
    const hooks = [...(list.current?.querySelectorAll('button') ?? [])];
    const to = nextHook(event.key, Math.min(at, hooks.length - 1), hooks);
    if (to === null) return;
    event.preventDefault();
    setAt(to);
    hooks[to]?.focus();
  }

  return (
    <ul ref={list} className={styles.hooks} aria-label={nameOf(cabinet)}>
      {cabinet.keys.map((key, index) => (
        <Hook
          key={key.id}
          row={key}
          focusable={index === Math.min(at, cabinet.keys.length - 1)}
          label={key.hook === null ? t('noHook') : `${t('hook')} ${key.hook}`}
          onFocus={() => setAt(index)}
          onPress={press}
        />
      ))}
    </ul>
  );
}

function Hook(props: {
  readonly row: KeyRow;
  readonly focusable: boolean;
  readonly label: string;
  readonly onFocus: () => void;
  readonly onPress: (event: KeyboardEvent) => void;
}) {
  const { row, focusable, label, onFocus, onPress } = props;
  const { t } = useTranslation('keys');
  const { times } = useProperty();
  const { show } = useKeysDesk();
  const holder = row.borrowerName === null ? null : [row.borrowerName, row.dueAt && times.short(row.dueAt)];
  return (
    <li>
      <button
        type="button"
        className={styles.hook}
        data-state={row.state}
        data-overdue={row.due === 'overdue' || undefined}
        tabIndex={focusable ? 0 : -1}
        onFocus={onFocus}
        onKeyDown={onPress}
        onClick={() => show({ kind: 'key', id: row.id }, false)}
      >
        <span className={styles.top}>
          <span className={styles.number}>{label}</span>
          {row.due === 'overdue' ? (
            <Tag tone="bad">{t('due.overdue')}</Tag>
          ) : (
            <KeyStateTag state={row.state} />
          )}
        </span>
        <strong className={styles.name}>{row.name ?? row.code}</strong>
        <span className={styles.soft}>{holder ? holder.filter(Boolean).join(' · ') : row.code}</span>
      </button>
    </li>
  );
}
