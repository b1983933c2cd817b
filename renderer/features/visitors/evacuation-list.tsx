// The evacuation list 疏散名单: everybody inside by floor, over any screen, without a sign-in; ticked off, printed.
import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvacuationList as List } from '../../../electron/api/visitors.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './evacuation-list.module.css';

export function EvacuationList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['evacuation', 'shell']);
  const { calls } = useServices();
  const { times } = useProperty();
  const list = useQuery({ ...calls.visitors.evacuation.queryOptions(), staleTime: 0 });
  // Who has been met outside is this list's own matter: it stands on the paper and is not written down.
  const [met, setMet] = useState<ReadonlySet<number>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useShortcuts({ Escape: onClose });

  const unverified = list.data?.unverified ?? [];
  const inside = list.data?.floors.reduce((sum, floor) => sum + floor.people.length, 0) ?? 0;
  const people = inside + unverified.length;
  const tick = (visit: number): void => {
    const next = new Set(met);
    if (!next.delete(visit)) next.add(visit);
    setMet(next);
  };
  return (
    <section className={styles.screen} aria-label={t('title')}>
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {t('title')}
        </h1>
        {list.data ? (
          <p className={styles.facts}>
            <strong>{t('asOf', { time: times.full(list.data.at), people })}</strong>
            <span role="status">{t('counted', { out: met.size, people })}</span>
            <span>{t('staffNotIncluded')}</span>
          </p>
        ) : null}
        <div className={styles.buttons}>
          <Button onClick={() => window.print()}>{t('print')}</Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint keys="Esc" />}>
            {t('shell:close')}
          </Button>
        </div>
      </header>
      {list.error ? <Callout tone="bad" announce title={t('unreadable')} /> : null}
      {list.data && people === 0 ? <EmptyState title={t('nobody')} /> : null}
      <div className={styles.floors} hidden={people === 0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          {list.data?.floors.map((floor) => (
            <Floor
              key={floor.floor ?? 'none'}
              title={floor.floor === null ? t('noFloor') : t('floor', { floor: floor.floor })}
              people={floor.people}
              met={met}
              onMet={tick}
            />
          ))}
          {unverified.length === 0 ? null : (
            <Floor title={t('unverified')} people={unverified} met={met} onMet={tick} />
          )}
        </table>
      </div>
    </section>
  );
}

const COLUMNS = ['out', 'name', 'phone', 'host', 'unit', 'company', 'arrived'] as const;

function Floor(props: {
  readonly title: string;
  readonly people: List['unverified'];
  readonly met: ReadonlySet<number>;
  readonly onMet: (visit: number) => void;
}) {
  const { t } = useTranslation('evacuation');
  const { times } = useProperty();
  const { title, people, met, onMet } = props;
  return (
    <tbody>
      <tr>
        <th colSpan={COLUMNS.length} scope="rowgroup" className={styles.floor}>
          {`${title} · ${people.length}`}
        </th>
      </tr>
      {people.map((person) => {
        const name = person.name ?? t('nameLocked');
        return (
          <tr key={person.id} data-met={met.has(person.id) || undefined}>
            <td>
              <Checkbox
                aria-label={`${t('out')} ${name}`}
                checked={met.has(person.id)}
                onChange={() => onMet(person.id)}
              />
            </td>
            <td>
              <strong>{name}</strong> {person.contractor ? <Tag tone="info">{t('contractor')}</Tag> : null}
            </td>
            <td>{person.phone ?? '–'}</td>
            <td>{person.hostName ?? '–'}</td>
            <td>{person.unitText ?? '–'}</td>
            <td>{person.company ?? '–'}</td>
            <td>{person.arrivedAt === null ? '–' : times.short(person.arrivedAt)}</td>
          </tr>
        );
      })}
    </tbody>
  );
}
