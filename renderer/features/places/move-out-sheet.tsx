// The moved-out list 退租清单 on A4: what is still open, what becomes of it, and where both sides sign.
import { useTranslation } from 'react-i18next';
import type { OpenItem, TenantRow } from '../../../electron/api/places-file.contract.ts';
import { PaperSheet } from '../../app/paper-sheet.tsx';
import { useProperty } from '../../app/property.ts';
import { useTitle } from '../../app/titles.ts';
import { SheetTable } from '../../ui/sheet-table.tsx';
import { kindOf, type Said } from './move-out-items.ts';
import { tenantNameIn } from './place-values.ts';
import styles from './move-out-sheet.module.css';

export function MoveOutSheet(props: {
  readonly tenant: TenantRow;
  readonly items: readonly OpenItem[];
  readonly saidOf: (item: OpenItem) => Said;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation('places');
  const { times } = useProperty();
  const titleOf = useTitle();
  const { tenant, items, saidOf, onClose } = props;
  const facts = [tenantNameIn(i18n.language, tenant) ?? t('erased'), tenant.units.join(t('comma'))];
  const columns = [
    { label: t('sheetNumber'), width: 34 },
    { label: t('item') },
    { label: t('sheetPlace'), width: 40 },
    { label: t('deal'), width: 18 },
    { label: t('remark'), width: 40 },
  ];
  return (
    <PaperSheet title={t('moveOutList')} facts={facts.filter(Boolean)} onClose={onClose}>
      {items.length === 0 ? (
        <p>{t('nothingOpen')}</p>
      ) : (
        <SheetTable columns={columns}>
          <tbody>
            {items.map((item) => {
              const { how, remark } = saidOf(item);
              return (
                <tr key={item.record}>
                  <td>{item.number}</td>
                  <td>
                    {titleOf(item) ?? t('erased')} · {t(kindOf(item))}
                  </td>
                  <td>
                    {[item.place, item.at === null ? null : times.full(item.at)].filter(Boolean).join(' ')}
                  </td>
                  <td>{t(`deal.${how}`)}</td>
                  <td>{how === 'carry' ? remark : ''}</td>
                </tr>
              );
            })}
          </tbody>
        </SheetTable>
      )}
      <dl className={styles.signatures}>
        {(['signTenant', 'signProperty', 'signDay'] as const).map((line) => (
          <div key={line}>
            <dt>{t(line)}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </PaperSheet>
  );
}
