// The stock of turnstile cards 临时卡, for the settings: ranges on file, and every card that is not in the drawer.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardStock } from '../../../electron/api/turnstile-cards.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormSending } from '../../ui/form-sending.ts';
import { TextField } from '../../ui/text-field.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import styles from './card-stock.module.css';
import { cardsInUse, rangeRefused } from './card-refusal.tsx';
import type { RangeMessage } from './card-refusal.tsx';
import { VisitRefusal } from './visit-refusal.tsx';

export function CardStockPart() {
  const { t } = useTranslation(['cards', 'visitors']);
  const { calls } = useServices();
  const stock = useQuery(calls.visitors.cardStock.queryOptions());
  if (stock.error) return <Callout tone="bad" announce title={<VisitRefusal error={stock.error} />} />;
  if (!stock.data) return <EmptyState title={t('visitors:loading')} />;
  return (
    // Scrolls by itself, so that the keyboard has to be able to reach it.
    <section className={styles.part} aria-label={t('stock')}>
      <p className={styles.hint}>{t('stockHint')}</p>
      <Figures stock={stock.data} />
      {stock.data.contradicted.length > 0 ? (
        <Callout tone="warn" title={t('contradicted', { cards: stock.data.contradicted.join('、') })} />
      ) : null}
      <AddRange />
      <Ranges stock={stock.data} />
      {stock.data.onFile + stock.data.away.length > 0 ? <Away stock={stock.data} /> : null}
    </section>
  );
}

function Figures({ stock }: { readonly stock: CardStock }) {
  const { t } = useTranslation('cards');
  const having = (state: string): number => stock.away.filter((card) => card.state === state).length;
  const figures = [
    [t('onFile'), stock.onFile],
    [t('inDrawer'), stock.inDrawer],
    [t('out'), having('out')],
    [t('unreturned'), having('unreturned')],
    [t('lost'), having('lost')],
  ] as const;
  return (
    <dl className={styles.figures}>
      {figures.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The command id is made when the form begins anew: a range is put on file once. */
function AddRange() {
  const { t } = useTranslation('cards');
  const { api } = useServices();
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [commandId, setCommandId] = useState(uuidV7);
  const [added, setAdded] = useState<number | null>(null);
  const sending = useFormSending<RangeMessage>({
    check: () => ({
      ...(first.trim() === '' ? { first: 'field.needed' } : {}),
      ...(last.trim() === '' ? { last: 'field.needed' } : {}),
    }),
    send: async () => {
      const { count } = await api.visitors.putCards({ commandId, first, last });
      setAdded(count);
      setFirst('');
      setLast('');
      setCommandId(uuidV7());
    },
    fieldsOf: rangeRefused,
  });
  const { box, busy, wrong, refusal, mendTyped, confirm } = sending;
  const errorOf = (field: string): string | undefined => {
    const key = wrong[field];
    return key && t(key);
  };
  return (
    <form
      ref={box}
      className={styles.add}
      aria-label={t('addRange')}
      noValidate
      onChange={mendTyped}
      onSubmit={(event) => {
        event.preventDefault();
        setAdded(null);
        confirm();
      }}
    >
      <TextField
        label={t('first')}
        value={first}
        field="first"
        error={errorOf}
        placeholder={t('rangeExample')}
        onChange={setFirst}
      />
      <TextField label={t('last')} value={last} field="last" error={errorOf} onChange={setLast} />
      <Button type="submit" loading={busy}>
        {t('add')}
      </Button>
      <p className={styles.said} role="status">
        {added === null ? null : t('added', { count: added })}
      </p>
      {refusal === null ? null : <Callout tone="bad" announce title={<VisitRefusal error={refusal} />} />}
    </form>
  );
}

function Ranges({ stock }: { readonly stock: CardStock }) {
  const { t } = useTranslation('cards');
  const { api } = useServices();
  const [refusal, setRefusal] = useState<unknown>(null);
  const inUse = cardsInUse(refusal);
  return (
    <>
      <h2 className={styles.title}>{t('ranges')}</h2>
      {stock.batches.length === 0 ? <p className={styles.hint}>{t('noRanges')}</p> : null}
      <ul className={styles.ranges}>
        {stock.batches.map(({ id, first, last, count }) => (
          <li key={id}>
            <span>{t('range', { first, last, count })}</span>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                setRefusal(null);
                api.visitors.withdrawCards({ commandId: uuidV7(), batch: id }).catch(setRefusal);
              }}
            >
              {t('withdraw', { first, last })}
            </Button>
          </li>
        ))}
      </ul>
      {refusal === null ? null : (
        <Callout
          tone="bad"
          announce
          title={inUse === null ? <VisitRefusal error={refusal} /> : t('inUse', { card: inUse })}
        />
      )}
    </>
  );
}

function Away({ stock }: { readonly stock: CardStock }) {
  const { t } = useTranslation(['cards', 'visitors']);
  const { times } = useProperty();
  return (
    <>
      <h2 className={styles.title}>{t('away')}</h2>
      <p className={styles.hint}>{stock.away.length === 0 ? t('noneAway') : t('awayHint')}</p>
      {stock.away.length === 0 ? null : (
        <table className={styles.away}>
          <thead>
            <tr>
              <th scope="col">{t('cardNumber')}</th>
              <th scope="col">{t('cardState')}</th>
              <th scope="col">{t('visitors:name')}</th>
              <th scope="col">{t('visit')}</th>
              <th scope="col">{t('since')}</th>
            </tr>
          </thead>
          <tbody>
            {stock.away.map((card) => (
              <tr key={`${card.number}-${card.visit}`}>
                <td>{card.number}</td>
                <td>{t(`state.${card.state}`)}</td>
                <td>{card.name ?? t('visitors:erased')}</td>
                <td>{card.visitNumber}</td>
                <td>{times.short(card.at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
