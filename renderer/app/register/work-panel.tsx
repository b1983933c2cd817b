// The panel beside a register's list: open forms as tabs, and the record that is looked at.
import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import tabs from '../../ui/tabs.module.css';
import styles from '../../ui/work-panel.module.css';
import { useOthersForm } from '../use-form-owners.ts';
import type { FormOwner } from '../form-owners.ts';

/** A page of the panel: a form, or the record. */
export interface PanelTab {
  readonly id: string;
  readonly label: string;
  readonly front: boolean;
  readonly onFront: () => void;
}

/**
 * Forms behind stay as they are, and one that somebody else opened has their name on its tab; the record is drawn only
 * while it is in front. `children` is the record.
 */
export function WorkPanel(props: {
  readonly label: string;
  /** The forms that are open; those that were put away stay mounted without a tab. */
  readonly forms: readonly (PanelTab & { readonly away: boolean; readonly form: ReactNode })[];
  readonly record: (PanelTab & { readonly onClose: () => void }) | null;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation(['records', 'shell']);
  const { forms, record } = props;
  const othersForm = useOthersForm();
  const shown = forms.filter(({ away }) => !away);
  const nothing = !forms.some(({ front }) => front) && record?.front !== true;
  return (
    <aside className={styles.panel} aria-label={props.label} hidden={nothing}>
      <nav className={styles.tabs} aria-label={t('openForms')}>
        {shown.map((tab) => (
          <Tab key={tab.id} tab={tab} owner={othersForm(tab.id)} />
        ))}
        {record === null ? null : (
          <span className={styles.recordTab} data-front={record.front || undefined}>
            <Tab tab={record} />
            <CloseButton size="sm" aria-label={t('shell:close')} onClick={record.onClose} />
          </span>
        )}
      </nav>
      {forms.map(({ id, front, form }) => (
        <div key={id} className={styles.page} hidden={!front}>
          {form}
        </div>
      ))}
      {record?.front ? <div className={styles.page}>{props.children}</div> : null}
    </aside>
  );
}

function Tab(props: { readonly tab: PanelTab; readonly owner?: FormOwner | null }) {
  const { tab, owner = null } = props;
  const { label, front, onFront } = tab;
  return (
    <button type="button" className={tabs.tab} aria-current={front} onClick={onFront}>
      {owner === null ? label : `${label} · ${owner.name ?? owner.number}`}
    </button>
  );
}
