// What somebody who leaves has not brought back: said in a line and listed, with the way to each thing. It bars nothing.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HeldThing } from '../../../electron/api/borrowers.contract.ts';
import { Callout } from '../../ui/callout.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useProperty } from '../property.ts';
import { useServices } from '../services.ts';
import { useTitle } from '../titles.ts';
import styles from './held-things.module.css';
import { useOpenThing } from './use-open-thing.ts';

/** In the panel of a visit; nothing where nothing is held. */
export function HeldByVisit({ visit }: { readonly visit: number }) {
  const { t } = useTranslation('lending');
  const { calls } = useServices();
  const { times } = useProperty();
  const open = useOpenThing();
  const titleOf = useTitle();
  const held = useQuery(calls.borrowers.heldByVisit.queryOptions({ input: { visit } })).data ?? [];
  if (held.length === 0) return null;
  return (
    <Callout tone="warn" title={t('stillHolds', { count: held.length })}>
      <ul className={styles.list} aria-label={t('heldThings')}>
        {held.map((thing, index) => (
          <li key={`${thing.record}-${index}`} className={styles.thing}>
            <Button size="compact-sm" variant="default" onClick={() => open(thing)}>
              {titleOf(thing) ?? t('heldErased')}
            </Button>
            <span>{thing.number}</span>
            <span>{t('heldSince', { time: times.short(thing.lentAt) })}</span>
            {thing.overdue ? <Tag tone="bad">{t('heldOverdue')}</Tag> : null}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

/** Behind what the quiet line says of a leaving: opens what is due first. */
export function HeldNote({ held }: { readonly held: readonly HeldThing[] }) {
  const { t } = useTranslation('lending');
  const open = useOpenThing();
  const [first] = held;
  if (!first) return null;
  return (
    <Button className={styles.note ?? ''} size="compact-sm" variant="default" onClick={() => open(first)}>
      {t('stillHolds', { count: held.length })}
    </Button>
  );
}
