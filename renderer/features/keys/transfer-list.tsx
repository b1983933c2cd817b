// Keys that are on their way to a desk: brought back elsewhere, or sent there.
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyRow } from '../../../electron/api/keys.contract.ts';
import { RecordGrid, useHeir } from '../../ui/record-grid.tsx';
import { LIST_ID } from './loans-list.tsx';
import type { ListProps } from './loans-list.tsx';
import { KeyStateTag } from './state-tags.tsx';
import styles from './keys-lists.module.css';

export function TransferList(props: ListProps<KeyRow>) {
  const { t } = useTranslation('keys');
  const grid = useRef<HTMLDivElement>(null);
  const { rows, selected } = props;
  useHeir(rows, selected, props.onInherit);
  return (
    <RecordGrid
      label={t('list')}
      grid={grid}
      id={LIST_ID}
      rowPrefix="key"
      rows={rows}
      columns={[
        { label: t('key'), className: styles.key, cell: keyCell },
        { label: t('opens'), className: styles.opens, cell: ({ opens }) => opens ?? '–' },
        { label: t('desk'), cell: ({ desk }) => desk },
        { label: t('toDesk'), cell: ({ transferTo, homeDesk }) => transferTo ?? homeDesk },
        { label: t('state'), className: styles.state, cell: stateCell },
      ]}
      rowClass={styles.transfer}
      pointed={selected}
      onPoint={props.onSelect}
      onOpen={props.onOpen}
    />
  );
}

function keyCell({ name, code }: KeyRow) {
  return (
    <>
      <strong>{name ?? code}</strong>
      {name ? <span className={styles.code}>{code}</span> : null}
    </>
  );
}

function stateCell({ state }: KeyRow) {
  return <KeyStateTag state={state} />;
}
