// Keys that are on their way to a desk: brought back elsewhere, or sent there.
import { useTranslation } from 'react-i18next';
import type { KeyRow } from '../../../electron/api/keys.contract.ts';
import { RegisterList } from '../../app/register/register-list.tsx';
import type { ListProps } from '../../app/register/register-list.tsx';
import { LIST_ID } from './loans-list.tsx';
import { KeyStateTag } from './state-tags.tsx';
import styles from './keys-lists.module.css';

export function TransferList(list: ListProps<KeyRow>) {
  const { t } = useTranslation('keys');
  return (
    <RegisterList
      {...list}
      label={t('list')}
      id={LIST_ID}
      rowPrefix="key"
      columns={[
        { label: t('key'), className: styles.key, cell: keyCell },
        { label: t('opens'), className: styles.opens, cell: ({ opens }) => opens ?? '–' },
        { label: t('desk'), cell: ({ desk }) => desk },
        { label: t('toDesk'), cell: ({ transferTo, homeDesk }) => transferTo ?? homeDesk },
        { label: t('state'), className: styles.state, cell: stateCell },
      ]}
      rowClass={styles.transfer}
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
