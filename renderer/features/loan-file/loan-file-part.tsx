// 借用物品 as a part of the settings: the types that are lent, and the items with asset codes.
import { Activity, useState } from 'react';
import { useTranslation } from 'react-i18next';
import tabLook from '../../ui/tabs.module.css';
import { ItemsTab } from './items-tab.tsx';
import styles from './loan-file.module.css';
import { TypesTab } from './types-tab.tsx';

const TABS = ['types', 'items'] as const;

/** `active` is false while something else lies over this part: then its keys sleep. */
export function LoanFilePart({ active }: { readonly active: boolean }) {
  const { t } = useTranslation('loanFile');
  const [tab, setTab] = useState<(typeof TABS)[number]>('types');
  return (
    <div className={styles.part}>
      <nav className={styles.tabs} aria-label={t('tabs')}>
        {TABS.map((each) => (
          <button
            key={each}
            type="button"
            className={tabLook.tab}
            aria-current={each === tab}
            onClick={() => setTab(each)}
          >
            {t(`tab.${each}`)}
          </button>
        ))}
      </nav>
      <Activity mode={tab === 'types' ? 'visible' : 'hidden'}>
        <TypesTab active={active && tab === 'types'} />
      </Activity>
      <Activity mode={tab === 'items' ? 'visible' : 'hidden'}>
        <ItemsTab active={active && tab === 'items'} />
      </Activity>
    </div>
  );
}
