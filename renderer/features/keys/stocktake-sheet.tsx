// The stocktake sheet 钥匙盘点表: every key it is about, hook by hook, to be ticked by hand and signed.
import { useTranslation } from 'react-i18next';
import type { StocktakeDetail } from '../../../electron/api/key-stocktake.contract.ts';
import { PaperSheet } from '../../app/paper-sheet.tsx';
import { SheetTable } from '../../ui/sheet-table.tsx';
import { useCabinetName } from './cabinet-name.ts';
import styles from './stocktake-sheet.module.css';

export function StocktakeSheet(props: {
  readonly stocktake: StocktakeDetail;
  readonly by: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('keys');
  const nameOf = useCabinetName();
  const { stocktake, by, onClose } = props;
  const cabinets = [...Map.groupBy(stocktake.lines, ({ cabinet }) => cabinet)];
  const facts = [
    stocktake.cabinet === null ? t('wholeDesk', { desk: stocktake.desk }) : nameOf(stocktake),
    t('countedOf', { counted: stocktake.present, expected: stocktake.expected }),
  ];
  return (
    <PaperSheet title={t('stocktakeSheet')} by={by} facts={facts} onClose={onClose}>
      {cabinets.map(([cabinet, lines]) => (
        <SheetTable
          key={cabinet ?? ''}
          group={{ title: nameOf({ desk: stocktake.desk, cabinet }), widths: [14, 24] }}
          columns={[
            { label: t('name') },
            { label: t('byBook'), width: 28 },
            { label: t('withWhom'), width: 30 },
            { label: t('seen'), width: 12 },
            { label: t('remark'), width: 30 },
          ]}
        >
          <tbody>
            {lines.map(({ key, hook, code, name, state, borrowerName, counted }) => (
              <tr key={key}>
                <td>{hook}</td>
                <td>{code}</td>
                <td>{name}</td>
                <td>{t(`key.${state}`)}</td>
                <td>{borrowerName}</td>
                <td>
                  <span
                    className={styles.box}
                    role="img"
                    aria-label={t(`count.${counted ?? 'null'}`)}
                    data-ticked={counted === 'present' || undefined}
                  />
                </td>
                <td>{counted === 'absent' ? t('count.absent') : null}</td>
              </tr>
            ))}
          </tbody>
        </SheetTable>
      ))}
      <dl className={styles.signatures}>
        <div>
          <dt>{t('signCounter')}</dt>
          <dd />
        </div>
        <div>
          <dt>{t('signChecker')}</dt>
          <dd />
        </div>
      </dl>
    </PaperSheet>
  );
}
