// The settings 设置: staff and devices, each for those whose role may change them; the others read who does.
import { Activity, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActingStaff } from '../../../electron/api/people.contract.ts';
import { holdsRight } from '../../../electron/api/rights.ts';
import type { Right } from '../../../electron/api/rights.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DevicesPart } from './devices-part.tsx';
import segments from '../../ui/segments.module.css';
import styles from './settings-page.module.css';
import { StaffPart } from './staff-part.tsx';

const PARTS = ['staff', 'places', 'keys', 'loans', 'devices', 'cards', 'policies', 'data'] as const;
const NEEDED: Readonly<Record<(typeof PARTS)[number], Right>> = {
  staff: 'staff.manage',
  places: 'tenants.read',
  keys: 'keys.manage',
  devices: 'devices.setUp',
  cards: 'cards.manage',
  loans: 'loans.manage',
  policies: 'policies.manage',
  data: 'data.manage',
};

/** `active` is false while another page or the sign-in lies over this one: then its keys sleep. */
export function SettingsPage(props: {
  readonly active: boolean;
  readonly staff: ActingStaff;
  /** Rises each time a key is to be put on file from elsewhere: then that part comes to the front. */
  readonly asked: number;
  /** Features of their own that are shown here, each told whether it is in front. */
  readonly features: {
    readonly places: (active: boolean, staff: ActingStaff) => ReactNode;
    readonly keys: (active: boolean) => ReactNode;
    readonly cards: () => ReactNode;
    readonly loans: (active: boolean) => ReactNode;
    readonly policies: (active: boolean) => ReactNode;
    readonly data: (staff: ActingStaff) => ReactNode;
  };
}) {
  const { active, staff } = props;
  const { t } = useTranslation('settings');
  const [part, setPart] = useState<(typeof PARTS)[number]>('staff');
  const { asked } = props;
  const [answered, setAnswered] = useState(0);
  if (asked > answered) {
    setAnswered(asked);
    setPart('keys');
  }
  return (
    <section className={styles.page} aria-label={t('title')}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('title')}</h1>
        <nav className={segments.segments} aria-label={t('parts')}>
          {PARTS.map((each) => (
            <button
              key={each}
              type="button"
              className={segments.segment}
              aria-current={each === part}
              onClick={() => setPart(each)}
            >
              {t(`part.${each}`)}
            </button>
          ))}
        </nav>
      </header>
      {holdsRight(staff.role, NEEDED[part]) ? null : (
        <EmptyState title={t(`closed.${part}`)} hint={t(`closed.${part}Hint`)} />
      )}
      {holdsRight(staff.role, 'staff.manage') ? (
        <Activity mode={part === 'staff' ? 'visible' : 'hidden'}>
          <StaffPart active={active && part === 'staff'} by={staff} />
        </Activity>
      ) : null}
      {holdsRight(staff.role, 'tenants.read') ? (
        <Activity mode={part === 'places' ? 'visible' : 'hidden'}>
          {props.features.places(active && part === 'places', staff)}
        </Activity>
      ) : null}
      {holdsRight(staff.role, 'keys.manage') ? (
        <Activity mode={part === 'keys' ? 'visible' : 'hidden'}>
          {props.features.keys(active && part === 'keys')}
        </Activity>
      ) : null}
      {holdsRight(staff.role, 'devices.setUp') ? (
        <Activity mode={part === 'devices' ? 'visible' : 'hidden'}>
          <DevicesPart />
        </Activity>
      ) : null}
      {holdsRight(staff.role, 'cards.manage') ? (
        <Activity mode={part === 'cards' ? 'visible' : 'hidden'}>{props.features.cards()}</Activity>
      ) : null}
      {holdsRight(staff.role, 'loans.manage') ? (
        <Activity mode={part === 'loans' ? 'visible' : 'hidden'}>
          {props.features.loans(active && part === 'loans')}
        </Activity>
      ) : null}
      {holdsRight(staff.role, 'policies.manage') ? (
        <Activity mode={part === 'policies' ? 'visible' : 'hidden'}>
          {props.features.policies(active && part === 'policies')}
        </Activity>
      ) : null}
      {holdsRight(staff.role, 'data.manage') ? (
        <Activity mode={part === 'data' ? 'visible' : 'hidden'}>{props.features.data(staff)}</Activity>
      ) : null}
    </section>
  );
}
