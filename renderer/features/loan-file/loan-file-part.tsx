// 借用物品 as a part of the settings: the types that are lent, and the items with asset codes.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileTabs } from '../../app/records/file-tabs.tsx';
import { ItemsTab } from './items-tab.tsx';
import { TypesTab } from './types-tab.tsx';

const TABS = ['types', 'items'] as const;

/** `active` is false while something else lies over this part: then its keys sleep. */
export function LoanFilePart({ active }: { readonly active: boolean }) {
  const { t } = useTranslation('loanFile');
  const [tab, setTab] = useState<(typeof TABS)[number]>('types');
  return (
    <FileTabs
      label={t('tabs')}
      tabs={TABS}
      tab={tab}
      wordOf={(each) => t(`tab.${each}`)}
      onTab={setTab}
      renderPage={(each) => {
        const shown = active && each === tab;
        return each === 'types' ? <TypesTab active={shown} /> : <ItemsTab active={shown} />;
      }}
    />
  );
}
