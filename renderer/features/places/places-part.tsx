// 项目与单元 as a part of the settings: tenants, units and contacts, which the desk reads; for admins also the desks and the property.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActingStaff } from '../../../electron/api/people.contract.ts';
import { holdsRight } from '../../../electron/api/rights.ts';
import { FileTabs } from '../../app/records/file-tabs.tsx';
import { ContactsTab } from './contacts-tab.tsx';
import { DesksTab } from './desks-tab.tsx';
import { PropertyTab } from './property-tab.tsx';
import { TenantsTab } from './tenants-tab.tsx';
import { UnitsTab } from './units-tab.tsx';

const KEPT = ['tenants', 'units', 'contacts'] as const;
const SET_UP = [...KEPT, 'desks', 'property'] as const;
type Tab = (typeof SET_UP)[number];

/** `active` is false while something else lies over this part: then its keys sleep. */
export function PlacesPart({ active, staff }: { readonly active: boolean; readonly staff: ActingStaff }) {
  const { t } = useTranslation('places');
  const [tab, setTab] = useState<Tab>('tenants');
  const maySetUp = holdsRight(staff.role, 'places.manage');
  const mayKeep = holdsRight(staff.role, 'tenants.manage');
  const page = (each: Tab) => {
    const shown = active && each === tab;
    switch (each) {
      case 'tenants':
        return <TenantsTab active={shown} mayKeep={mayKeep} />;
      case 'units':
        return <UnitsTab active={shown} maySetUp={maySetUp} />;
      case 'contacts':
        return <ContactsTab active={shown} mayKeep={mayKeep} />;
      case 'desks':
        return <DesksTab active={shown} />;
      case 'property':
        return <PropertyTab />;
    }
  };
  return (
    <FileTabs
      label={t('tabs')}
      tabs={maySetUp ? SET_UP : KEPT}
      tab={tab}
      wordOf={(each) => t(`tab.${each}`)}
      onTab={setTab}
      renderPage={page}
    />
  );
}
