// Below a register's list: which keys work it, and the way back to the forms that were put away.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from '../../ui/register-page.module.css';
import type { OpenForm } from './open-forms.ts';

export function ListFoot(props: {
  readonly keys: string;
  readonly drafts: readonly OpenForm[];
  readonly move: (step: { readonly do: 'restore' }) => void;
}) {
  const { t } = useTranslation('records');
  const count = props.drafts.filter(({ away }) => away).length;
  return (
    <footer className={styles.keys}>
      <span>{props.keys}</span>
      {count === 0 ? null : (
        <Button size="compact-xs" variant="subtle" onClick={() => props.move({ do: 'restore' })}>
          {t('awayForms', { count })}
        </Button>
      )}
    </footer>
  );
}
