// The cabinet map on paper: cabinet by cabinet, what hangs on each hook and where the rest is.
import { useTranslation } from 'react-i18next';
import { PaperSheet } from '../../app/paper-sheet.tsx';
import { useProperty } from '../../app/property.ts';
import { SheetTable } from '../../ui/sheet-table.tsx';
import { isHanging } from './cabinet-hooks.ts';
import type { Cabinet } from './cabinet-hooks.ts';
import { useCabinetName } from './cabinet-name.ts';

export function CabinetSheet(props: {
  readonly cabinets: readonly Cabinet[];
  readonly by: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('keys');
  const { times } = useProperty();
  const nameOf = useCabinetName();
  const { cabinets, by, onClose } = props;
  const keys = cabinets.flatMap((cabinet) => cabinet.keys);
  const facts = [t('hangingOf', { here: keys.filter(isHanging).length, all: keys.length })];
  return (
    <PaperSheet title={t('cabinetMap')} by={by} facts={facts} onClose={onClose}>
      {cabinets.map((cabinet) => (
        <SheetTable
          key={cabinet.id}
          group={{ title: nameOf(cabinet), widths: [14, 24] }}
          columns={[
            { label: t('name') },
            { label: t('pieces'), width: 14 },
            { label: t('state'), width: 28 },
            { label: t('withWhom'), width: 34 },
            { label: t('due'), width: 24 },
          ]}
        >
          <tbody>
            {cabinet.keys.map((key) => (
              <tr key={key.id}>
                <td>{key.hook}</td>
                <td>{key.code}</td>
                <td>{key.name}</td>
                <td>{key.pieces}</td>
                <td>{t(`key.${key.state}`)}</td>
                <td>{key.borrowerName}</td>
                <td>{key.dueAt === null ? null : times.short(key.dueAt)}</td>
              </tr>
            ))}
          </tbody>
        </SheetTable>
      ))}
    </PaperSheet>
  );
}
