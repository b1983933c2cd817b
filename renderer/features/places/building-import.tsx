// A building from a spreadsheet: units, their tenants and contacts.
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CommonFault } from '../../../electron/api/imports.ts';
import type { CellFault, ImportColumn, ImportPreview } from '../../../electron/api/places-import.contract.ts';
import { ImportPanel } from '../../app/imports/import-panel.tsx';
import { useServices } from '../../app/services.ts';

export function BuildingImport(props: { readonly active: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('placesImport');
  const { api, calls } = useServices();
  const queries = useQueryClient();
  return (
    <ImportPanel
      {...props}
      kind={{
        title: t('importTitle'),
        hint: t('importHint'),
        templateFile: t('templateFile'),
        words: {
          column: (column) => t(`column.${column as ImportColumn}`),
          fault: ({ reason }) => t(`fault.${reason as Exclude<CellFault['reason'], CommonFault>}`),
        },
        talliesOf: ({ units, tenants, contacts }: ImportPreview) => [
          [t('units'), units],
          [t('tenants'), tenants],
          [t('contacts'), contacts],
        ],
        preview: (content) => api.places.previewImport({ content }),
        async run(claim) {
          await api.places.runImport(claim);
          await queries.invalidateQueries({ queryKey: calls.places.key() });
        },
        template: () => api.places.importTemplate(),
      }}
    />
  );
}
