// The moved-out list 退租清单: what is still open under a tenant, each item closed or carried, then they have left.
import { Button, Radio, TextInput } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenItem, TenantRow } from '../../../electron/api/places-file.contract.ts';
import { useProperty } from '../../app/property.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { useTitle } from '../../app/titles.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormSending } from '../../ui/form-sending.ts';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { kindOf, type Said } from './move-out-items.ts';
import { MoveOutSheet } from './move-out-sheet.tsx';
import type { PlaceMessage } from './place-values.ts';
import styles from '../../app/records/records.module.css';
import { useSaved } from './use-saved.tsx';
import table from '../../ui/plain-table.module.css';

export function MoveOut(props: {
  readonly tenant: TenantRow;
  readonly onDone: (id: number) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation(['places', 'shell']);
  const { tenant, onDone, onCancel } = props;
  const { api, calls } = useServices();
  const saved = useSaved();
  const open = useQuery({
    ...calls.places.openUnder.queryOptions({ input: { tenant: tenant.id } }),
    staleTime: 0,
  });
  const [commandId] = useState(uuidV7);
  const [onPaper, setOnPaper] = useState(false);
  const [said, setSaid] = useState<ReadonlyMap<number, Said>>(new Map());
  const items = open.data ?? [];
  const saidOf = ({ record, closable }: OpenItem): Said =>
    said.get(record) ?? { how: closable ? 'close' : 'carry', remark: '' };
  const sending = useFormSending<PlaceMessage>({
    check: () =>
      Object.fromEntries(
        items
          .filter((item) => saidOf(item).how === 'carry' && saidOf(item).remark.trim() === '')
          .map(({ record }) => [String(record), 'field.needed' as const]),
      ),
    fieldsOf: () => ({}),
    async send() {
      const decisions = items.map((item) => {
        const { how, remark } = saidOf(item);
        const { record } = item;
        return how === 'close' ? { how, record } : { how, record, remark };
      });
      try {
        await api.places.moveOut({ commandId, tenant: tenant.id, revision: tenant.revision, decisions });
      } catch (error) {
        if (isListChanged(error)) await open.refetch();
        throw error;
      }
      await saved('movedOutDone', tenant.shortName ?? tenant.nameZh ?? '');
      onDone(tenant.id);
    },
  });
  const { box } = sending;
  const ready = open.data !== undefined;
  useEffect(() => {
    if (ready) box.current?.querySelector<HTMLElement>('[data-field], [type=submit]')?.focus();
  }, [ready, box]);

  if (open.error) return <Callout tone="bad" announce title={<RefusalText error={open.error} />} />;
  if (!ready) return <EmptyState title={t('loading')} />;
  return (
    <form
      ref={box}
      className={styles.form}
      aria-label={t('moveOutList')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        sending.confirm();
      }}
    >
      <h3 className={styles.subtitle}>{t('moveOutList')}</h3>
      {items.length === 0 ? (
        <Callout tone="good" title={t('nothingOpen')} />
      ) : (
        <table className={table.table} aria-label={t('moveOutList')}>
          <thead>
            <tr>
              <th scope="col">{t('item')}</th>
              <th scope="col">{t('deal')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <ItemRow
                key={item.record}
                item={item}
                said={saidOf(item)}
                wrong={sending.wrong[String(item.record)]}
                onSay={(changed) => {
                  setSaid(new Map(said).set(item.record, { ...saidOf(item), ...changed }));
                  sending.mend(String(item.record));
                }}
              />
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.hint}>
        {tenant.units.length > 0 ? t('frees', { units: tenant.units.join(t('comma')) }) : t('freesNone')}
      </p>
      <p className={styles.hint}>{t('hostsNoMore')}</p>
      {sending.refusal === null ? null : (
        <Callout
          tone="bad"
          announce
          title={isListChanged(sending.refusal) ? t('listChanged') : <RefusalText error={sending.refusal} />}
        />
      )}
      <div className={styles.buttons}>
        <Button type="submit" loading={sending.busy}>
          {t('moveOut')}
        </Button>
        <Button variant="default" onClick={() => setOnPaper(true)}>
          {t('printList')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('shell:cancel')}
        </Button>
      </div>
      {onPaper ? (
        <MoveOutSheet tenant={tenant} items={items} saidOf={saidOf} onClose={() => setOnPaper(false)} />
      ) : null}
    </form>
  );
}

function ItemRow(props: {
  readonly item: OpenItem;
  readonly said: Said;
  readonly wrong: PlaceMessage | undefined;
  readonly onSay: (said: Partial<Said>) => void;
}) {
  const { t } = useTranslation('places');
  const { times } = useProperty();
  const titleOf = useTitle();
  const { item, said, wrong, onSay } = props;
  const { number, record } = item;
  return (
    <tr>
      <td>
        <strong>{titleOf(item) ?? t('erased')}</strong>
        <div className={styles.hint}>
          {t(kindOf(item))} · {number}
        </div>
        <div className={styles.hint}>
          {[item.place, item.at === null ? null : times.full(item.at)].filter(Boolean).join(' · ')}
        </div>
      </td>
      <td>
        {item.closable ? (
          <Radio.Group
            aria-label={t('dealWith', { number })}
            value={said.how}
            onChange={(how) => onSay({ how: how === 'close' ? 'close' : 'carry' })}
          >
            <div className={styles.choices}>
              <Radio value="close" label={t('deal.close')} data-field={`how-${record}`} />
              <Radio value="carry" label={t('deal.carry')} />
            </div>
          </Radio.Group>
        ) : (
          t('deal.carry')
        )}
        {said.how === 'carry' ? (
          <TextInput
            aria-label={t('remarkOf', { number })}
            placeholder={t('remark')}
            data-field={String(record)}
            value={said.remark}
            error={wrong === undefined ? undefined : t(wrong)}
            onChange={(event) => onSay({ remark: event.currentTarget.value })}
          />
        ) : null}
      </td>
    </tr>
  );
}

function isListChanged(error: unknown): boolean {
  return error instanceof ORPCError && (error.code === 'LIST_CHANGED' || error.code === 'CHANGED_MEANWHILE');
}
