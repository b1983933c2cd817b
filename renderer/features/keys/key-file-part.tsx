// The key file 钥匙档案 as a part of the settings: every key, its form, its tag, and the list that comes in.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyFileRow } from '../../../electron/api/keys-file.contract.ts';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { RecordsTab } from '../../app/records/records-tab.tsx';
import type { PanelEnd } from '../../app/records/records-tab.tsx';
import { usePlaceChoices } from '../../app/records/use-place-choices.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { useHookName } from './cabinet-name.ts';
import { KeyFileForm } from './key-file-form.tsx';
import { KeyFileTools } from './key-file-tools.tsx';
import { KeyListImport } from './key-list-import.tsx';
import styles from './key-file.module.css';
import { useKeysDesk } from './keys-desk.tsx';
import { KeyStateTag } from './state-tags.tsx';

const BegunWith = createContext('');

/** `active` is false while something else lies over this part: then its keys sleep. */
export function KeyFilePart({ active }: { readonly active: boolean }) {
  useHelpPage('key-file', active);
  const { t } = useTranslation('keyFile');
  const { newTag } = useKeysDesk();
  const { calls } = useServices();
  const list = useQuery(calls.keys.keyFile.queryOptions());
  const [importing, setImporting] = useState(false);
  return (
    <BegunWith value={newTag?.code ?? ''}>
      <RecordsTab
        words={{
          ...{ add: t('add'), list: t('list'), filter: t('filter'), empty: t('empty') },
          ...{ emptyHint: t('emptyHint'), choose: t('choose'), panel: t('part') },
        }}
        active={active && !importing}
        rows={list.data}
        error={list.error}
        mayAdd
        begin={newTag?.nth ?? 0}
        textOf={textOf}
        isPast={isRetired}
        columns={[
          { label: t('code'), width: '96px', Cell: CodeCell },
          { label: t('name'), width: 'minmax(120px, 1.4fr)', Cell: NameCell },
          { label: t('units'), width: 'minmax(80px, 1fr)', Cell: UnitsCell },
          { label: t('kind'), width: '96px', Cell: KindCell },
          { label: t('hangs'), width: '128px', Cell: HookCell },
          { label: t('state'), width: '92px', Cell: StateCell },
        ]}
        Title={Title}
        Panel={KeyPanel}
        tools={
          <Button variant="default" onClick={() => setImporting(true)}>
            {t('openImport')}
          </Button>
        }
        over={importing ? <KeyListImport active={active} onClose={() => setImporting(false)} /> : undefined}
      />
    </BegunWith>
  );
}

type OfRow = { readonly row: KeyFileRow };

const CodeCell = ({ row }: OfRow) => <strong>{row.code}</strong>;
const NameCell = ({ row }: OfRow) => row.name;
const UnitsCell = ({ row }: OfRow) => row.unitText;

function HookCell({ row }: OfRow) {
  return useHookName()(row);
}

const StateCell = ({ row }: OfRow) => <KeyStateTag state={row.state} />;

function KindCell({ row }: OfRow) {
  return useTranslation('keyFile').t(`kind.${row.kind}`);
}

function Title({ row }: OfRow) {
  return (
    <>
      <span>
        {row.code} {row.name}
      </span>
      <KeyStateTag state={row.state} />
    </>
  );
}

function KeyPanel({ row, end }: { readonly row: KeyFileRow | null; readonly end: PanelEnd }) {
  const tag = useContext(BegunWith);
  const choices = usePlaceChoices();
  const { calls } = useServices();
  const { desk } = useProperty().property;
  const desks = useQuery(calls.staff.desks.queryOptions());
  if (!choices || !desks.data) return null;
  return (
    <div className={styles.panel}>
      <KeyFileForm
        row={row}
        places={choices}
        desks={desks.data}
        begins={{ desk: desk.code, tag }}
        end={end}
      />
      {row ? <KeyFileTools row={row} onDone={end.onDone} /> : null}
    </div>
  );
}

function textOf({ code, name, opens, unitText, cabinet, hook, homeDesk, tenantName }: KeyFileRow): string {
  return [
    code,
    name,
    opens,
    unitText,
    homeDesk,
    `${cabinet ?? ''}${hook ?? ''}`,
    cabinet,
    hook,
    tenantName,
  ].join(' ');
}

function isRetired({ state }: KeyFileRow): boolean {
  return state === 'retired';
}
