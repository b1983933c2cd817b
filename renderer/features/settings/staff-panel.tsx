// One member of staff: released, changed, given a new PIN or a badge, lent to a desk, let go and taken back on.
import { Button, CloseButton } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActingStaff } from '../../../electron/api/people.contract.ts';
import { MAY_FILE, SHIFT_ROLES } from '../../../electron/api/rights.ts';
import type { StaffRow } from '../../../electron/api/staff.contract.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { ChangeStaff } from './change-staff.tsx';
import { LendStaff } from './lend-staff.tsx';
import { ResetPin } from './reset-pin.tsx';
import columns from '../../ui/columns.module.css';
import styles from './settings-page.module.css';
import { StaffBadge } from './staff-badge.tsx';
import { useStaffDone } from './staff-done.tsx';
import { rowId, StaffState } from './staff-list.tsx';

export function StaffPanel(props: {
  readonly staff: StaffRow;
  readonly by: ActingStaff;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['settings', 'people', 'shell']);
  const { staff, by, onClose } = props;
  const { id, number, name, role, language, active } = staff;
  const { api } = useServices();
  const done = useStaffDone();
  const [refusal, setRefusal] = useState<unknown>(null);
  // Each form begins anew once it was sent, with an id of its own.
  const [sent, setSent] = useState(0);
  const theirs = MAY_FILE[by.role].includes(role);

  /** What was worked on begins anew, and the hand goes back to the list. */
  function finish(): void {
    setSent(sent + 1);
    document.getElementById(rowId(id))?.focus();
  }

  function act(action: () => Promise<void>): void {
    setRefusal(null);
    action().catch(setRefusal);
  }

  async function release(): Promise<void> {
    await api.staff.release({ staff: id });
    await done('releasedDone', staff);
    finish();
  }

  async function takeBadge(): Promise<void> {
    await api.staff.setBadge({ commandId: uuidV7(), staff: id, badge: null });
    await done('badgeGoneDone', staff);
    finish();
  }

  async function callBack(): Promise<void> {
    await api.staff.lend({ commandId: uuidV7(), staff: id, lent: null });
    await done('calledBackDone', staff);
    finish();
  }

  async function putActive(stays: boolean): Promise<void> {
    const form = { number, name: name ?? '', role, language };
    await api.staff.update({ commandId: uuidV7(), staff: id, ...form, active: stays });
    await done(stays ? 'backDone' : 'leftDone', staff, () => act(() => putActive(!stays)));
  }

  return (
    <>
      <header className={columns.head}>
        <h2 className={columns.title}>
          {number} {name ?? t('erased')}
        </h2>
        <StaffState staff={staff} self={id === by.id} />
        <CloseButton className={columns.close} aria-label={t('shell:close')} onClick={onClose} />
      </header>
      {refusal === null ? null : (
        <Callout
          tone="bad"
          announce
          title={isLastAdmin(refusal) ? t('lastAdmin') : <RefusalText error={refusal} />}
        />
      )}
      {theirs ? null : <p className={styles.hint}>{t('notYours')}</p>}
      {theirs && staff.lockedUntil !== null ? (
        <section className={styles.tool} aria-label={t('release')}>
          <p className={styles.hint}>{t('lockedHint')}</p>
          <Button w="fit-content" onClick={() => act(release)}>
            {t('release')}
          </Button>
        </section>
      ) : null}
      {theirs && active ? (
        <>
          <ChangeStaff
            key={`change-${sent}`}
            staff={staff}
            by={by.role}
            focused={sent === 0 && staff.lockedUntil === null}
            onDone={finish}
          />
          <ResetPin key={`pin-${sent}`} staff={staff} onDone={finish} />
          <StaffBadge key={`badge-${sent}`} staff={staff} onTake={() => act(takeBadge)} onDone={finish} />
          {SHIFT_ROLES.has(role) ? (
            <LendStaff key={`lend-${sent}`} staff={staff} onCallBack={() => act(callBack)} onDone={finish} />
          ) : null}
        </>
      ) : null}
      {theirs && name !== null && id !== by.id ? (
        <section className={styles.last} aria-label={t(active ? 'letGo' : 'takeBackOn')}>
          <Button variant="default" onClick={() => act(() => putActive(!active))}>
            {t(active ? 'letGo' : 'takeBackOn')}
          </Button>
          {active ? <p className={styles.hint}>{t('letGoHint')}</p> : null}
        </section>
      ) : null}
    </>
  );
}

function isLastAdmin(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'LAST_ADMIN';
}
