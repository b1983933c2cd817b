// An existing key list from a spreadsheet.
import { useTranslation } from 'react-i18next';
import type { CommonFault } from '../../../electron/api/imports.ts';
import type { KeyCellFault, KeyColumn, KeyImportPreview } from '../../../electron/api/keys-file.contract.ts';
import { ImportPanel } from '../../app/imports/import-panel.tsx';
import { useServices } from '../../app/services.ts';
import { useKeysRead } from './use-keys-read.ts';

export function KeyListImport(props: { readonly active: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('keyFile');
  const { api } = useServices();
  const read = useKeysRead();
  return (
    <ImportPanel
      {...props}
      kind={{
        title: t('importTitle'),
        hint: t('importHint'),
        templateFile: t('templateFile'),
        words: {
          column: (column) => t(`column.${column as KeyColumn}`),
          fault: ({ reason, other }) =>
            t(`fault.${reason as Exclude<KeyCellFault['reason'], CommonFault>}`, { other }),
        },
        talliesOf: ({ keys }: KeyImportPreview) => [[t('keys'), keys]],
        preview: (content) => api.keys.previewImport({ content }),
        async run(claim) {
          await api.keys.runImport(claim);
          await read();
        },
        template: () => api.keys.importTemplate(),
      }}
    />
  );
}
