// One type: how many are where, and each item with what can be done to it now.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoanItemRow, LoanTypeRow } from '../../../electron/api/loan-items.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { yuan } from '../../ui/money.ts';
import panel from '../../ui/record-panel.module.css';
import { Tag } from '../../ui/tag.tsx';
import { Scrolled } from '../../ui/scrolled.tsx';
import { CountTools } from './count-tools.tsx';
import { useItemActions } from './item-actions.tsx';
import type { ItemDeed } from './item-actions.tsx';
import { ItemReason } from './item-reason.tsx';
import { LoanRefusal } from './loan-refusal.tsx';
import { ItemStateTag } from './loan-state.tsx';
import { useLoansDesk } from './loans-desk.tsx';
import type { MayDo } from './may-do.ts';
import { useTypeName } from './type-name.ts';
import styles from './type-panel.module.css';
import { useComma } from '../../ui/use-comma.ts';

const FIGURES = ['available', 'out', 'resting', 'outOfService', 'lost'] as const;

export function TypePanel({ id, may }: { readonly id: number; readonly may: MayDo }) {
  const { t } = useTranslation(['loans', 'records']);
  const { calls } = useServices();
  const nameOf = useTypeName();
  const comma = useComma();
  const types = useQuery(calls.loans.types.queryOptions());
  const items = useQuery(calls.loans.items.queryOptions({ input: { type: id } }));
  const type = types.data?.find((each) => each.id === id);
  const error = types.error ?? items.error;
  if (error) return <Callout tone="bad" announce title={<LoanRefusal error={error} />} />;
  if (!type || !items.data) return <EmptyState title={t('records:loading')} />;
  return (
    <article className={panel.panel} aria-label={nameOf(type)}>
      <header className={panel.head}>
        <h2 className={panel.name}>{nameOf(type)}</h2>
        {type.low ? <Tag tone="warn">{t('low')}</Tag> : null}
      </header>
      <Scrolled className={panel.body}>
        <dl className={styles.figures}>
          {FIGURES.map((figure) => (
            <div key={figure}>
              <dt>{t(`figure.${figure}`)}</dt>
              <dd>{type[figure]}</dd>
            </div>
          ))}
        </dl>
        <p className={panel.toolHint}>
          {[
            t('loanTime', { hours: type.loanHours }),
            type.depositFen > 0 && t('depositIs', { amount: yuan(type.depositFen) }),
            type.lossPriceFen > 0 && t('lossPriceIs', { amount: yuan(type.lossPriceFen) }),
            type.idAsked && t('idAsked'),
            type.accessories.length > 0 && t('accessories', { what: type.accessories.join(comma) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {type.tracking === 'count' && may.write ? <CountTools type={type} may={may} /> : null}
        {items.data.length === 0 ? null : (
          <ul className={styles.items} aria-label={t('itemList')}>
            {items.data.map((item) => (
              <Item key={item.id} item={item} type={type} may={may} />
            ))}
          </ul>
        )}
      </Scrolled>
    </article>
  );
}

const DEEDS: Readonly<Record<LoanItemRow['state'], readonly (ItemDeed | 'block' | 'miss')[]>> = {
  available: ['rest', 'block', 'miss'],
  out: [],
  resting: ['restOver', 'block'],
  out_of_service: ['release'],
  lost: ['turnedUp'],
  retired: [],
};

function Item(props: { readonly item: LoanItemRow; readonly type: LoanTypeRow; readonly may: MayDo }) {
  const { t } = useTranslation('loans');
  const { item, type, may } = props;
  const { times } = useProperty();
  const { show } = useLoansDesk();
  const { act } = useItemActions();
  const [asking, setAsking] = useState<'block' | 'miss' | null>(null);
  const { loan } = item;
  const deeds = may.write ? DEEDS[item.state].filter((deed) => deed !== 'release' || may.manage) : [];
  const said = [
    item.desk,
    item.borrowerName,
    item.dueAt === null ? null : t('dueBy', { time: times.short(item.dueAt) }),
    item.until === null ? null : t('restsUntil', { time: times.short(item.until) }),
    item.reason,
    item.remark,
  ].filter(Boolean);

  function perform(deed: ItemDeed | 'block' | 'miss'): void {
    if (deed === 'block' || deed === 'miss') setAsking(asking === deed ? null : deed);
    else {
      const minutes = type.restMinutes;
      act(deed, item, deed === 'rest' && minutes > 0 ? Date.now() + minutes * 60_000 : null);
    }
  }

  return (
    <li>
      <div className={styles.item}>
        <strong>{item.asset}</strong>
        <ItemStateTag state={item.state} />
        {item.contradicted ? <Tag tone="bad">{t('contradicted')}</Tag> : null}
        <span className={styles.said}>{said.join(' · ')}</span>
        <span className={styles.deeds}>
          {loan === null ? null : (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => show({ kind: 'loan', loan, tool: null }, false)}
            >
              {item.loanNumber ?? t('shown.loan')}
            </Button>
          )}
          {deeds.map((deed) => (
            <Button
              key={deed}
              size="compact-xs"
              variant="default"
              aria-label={`${item.asset} ${t(`deed.${deed}`)}`}
              onClick={() => perform(deed)}
            >
              {t(`deed.${deed}`)}
            </Button>
          ))}
        </span>
      </div>
      {asking === null ? null : <ItemReason item={item} why={asking} onClose={() => setAsking(null)} />}
    </li>
  );
}
