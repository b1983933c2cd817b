// One key: what it opens, where it hangs, who has it, and its latest loans.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyRow } from '../../../electron/api/keys.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from '../../ui/record-panel.module.css';
import { Scrolled } from '../../ui/scrolled.tsx';
import { KeyCare } from './key-care.tsx';
import type { CareTool } from './key-care.tsx';
import { KeyCases } from './key-cases.tsx';
import { KeyFacts } from './key-facts.tsx';
import { KeyHistory } from './key-history.tsx';
import { useKeyActions } from './key-actions.tsx';
import { KeyRefusal } from './key-refusal.tsx';
import { useKeysDesk } from './keys-desk.tsx';
import type { MayDo } from './may-do.ts';
import { KeyStateTag } from './state-tags.tsx';
import { TransferKey } from './transfer-key.tsx';

/** What opens below the buttons. */
type KeyTool = 'transfer' | 'history' | CareTool;
type Deed = KeyTool | 'lend' | 'showLoan' | 'arrive' | 'hangUp';

function deedsOf(key: KeyRow, may: MayDo, desk: string): readonly Deed[] {
  const toLoan = key.loan === null ? [] : (['showLoan'] as const);
  if (!may.write) return [...toLoan, 'history'];
  const isHere = key.desk === desk;
  const giveUp = may.manage ? (['giveUp'] as const) : [];
  switch (key.state) {
    case 'in_cabinet':
      return [...leaving(key, isHere), ...(isHere ? (['transfer'] as const) : []), 'lose', 'history'];
    case 'found':
      return ['hangUp', ...giveUp, 'history'];
    case 'in_transfer':
      // Only the desk that it is sent to takes it in; the one that it left may send it elsewhere.
      if (key.transferTo === desk) return ['arrive', 'lose', 'history'];
      return [...(isHere ? (['transfer'] as const) : []), 'lose', 'history'];
    case 'out':
    case 'incomplete':
    case 'issued':
      return [...toLoan, 'lose', 'history'];
    case 'lost':
      return ['found', ...giveUp, 'history'];
    case 'retired':
      return [...toLoan, 'history'];
  }
}

/** A deposited spare leaves once its bag is open, and is sealed again: both where the bag lies. */
function leaving({ kind, seal }: KeyRow, isHere: boolean): readonly Deed[] {
  if (kind !== 'deposited') return ['lend'];
  if (!isHere) return [];
  return seal === null ? ['lend', 'reseal'] : ['openSeal'];
}

export function KeyPanel(props: {
  readonly id: number;
  readonly focusAction: number;
  readonly may: MayDo;
  /** The tool that it opens with. */
  readonly begins?: CareTool;
}) {
  const { t } = useTranslation(['keys', 'records']);
  const { id, focusAction, may, begins = null } = props;
  const { calls } = useServices();
  const { desk } = useProperty().property;
  const key = useQuery(calls.keys.key.queryOptions({ input: { key: id } }));
  const [tool, setTool] = useState<KeyTool | null>(begins);
  const first = useRef<HTMLButtonElement>(null);
  const state = key.data?.state;
  useEffect(() => {
    // A form that it opens with takes the hand by itself.
    if (focusAction > 0 && state !== undefined && begins === null) first.current?.focus();
  }, [focusAction, state, begins]);
  const { open, show, move } = useKeysDesk();
  const actions = useKeyActions(move);
  if (key.error) return <Callout tone="bad" announce title={<KeyRefusal error={key.error} />} />;
  if (!key.data) return <EmptyState title={t('records:loading')} />;
  const { data } = key;

  function perform(deed: Deed): void {
    switch (deed) {
      case 'lend':
        return open('lend', [id]);
      case 'showLoan':
        return show({ kind: 'loan', id: data?.loan ?? 0 }, true);
      case 'arrive':
        return data && actions.arrive(data);
      case 'hangUp':
        return data && actions.hangUp(data);
      default:
        return setTool(deed === tool ? null : deed);
    }
  }

  return (
    <article className={styles.panel} aria-label={t('keyDetails')}>
      <header className={styles.head}>
        <h2 className={styles.name}>{data.name ?? data.code}</h2>
        <KeyStateTag state={data.state} />
      </header>
      <div className={styles.actions}>
        {deedsOf(data, may, desk.code).map((deed, index) => (
          <Button
            key={deed}
            {...(index === 0 ? { ref: first } : {})}
            size="xs"
            variant={index === 0 && deed !== 'history' && tool !== 'transfer' ? 'filled' : 'default'}
            onClick={() => perform(deed)}
          >
            {t(deed)}
          </Button>
        ))}
      </div>
      <Scrolled className={styles.body}>
        {data.contradicted ? <Callout tone="warn" title={t('issues')} /> : null}
        <BagNote record={data} here={desk.code} />
        <KeyCare tool={tool} record={data} onClose={() => setTool(null)} />
        {tool === 'transfer' ? <TransferKey record={data} onClose={() => setTool(null)} /> : null}
        {tool === 'history' ? <KeyHistory record={id} /> : <KeyFacts record={data} />}
        <KeyCases record={id} mayWrite={may.write} />
      </Scrolled>
    </article>
  );
}

/** What is to be known of a spare's bag: it lies open, or at another desk. */
function BagNote({ record, here }: { readonly record: KeyRow; readonly here: string }) {
  const { t } = useTranslation('keys');
  const { kind, seal, state, desk } = record;
  if (kind !== 'deposited' || state !== 'in_cabinet') return null;
  if (desk !== here) return <Callout tone="info" title={t('bagElsewhere', { desk })} />;
  return seal === null ? <Callout tone="warn" title={t('unsealedNow')} /> : null;
}
