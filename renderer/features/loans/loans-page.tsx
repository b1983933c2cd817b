// The loans register 公共借用: what is to be had, who has what, and the panel beside the list.
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { LOAN_VIEWS } from '../../../electron/api/loans.contract.ts';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { LendButtons } from '../../app/lending/lend-buttons.tsx';
import { ListFoot } from '../../app/register/list-foot.tsx';
import { ViewSegments } from '../../app/register/view-segments.tsx';
import { useServices } from '../../app/services.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import styles from '../../ui/register-page.module.css';
import { useRestingFocus } from '../../ui/resting-focus.ts';
import { DepositsList } from './deposits-list.tsx';
import { LoanWork } from './loan-work.tsx';
import { useLoansDesk } from './loans-desk.tsx';
import { LoansList } from './loans-list.tsx';
import type { MayDo } from './may-do.ts';
import { TypeStrip } from './type-strip.tsx';
import type { Line, ListView } from './workplace.ts';

/** The money stands between what is late and what is lost. */
const VIEWS: readonly ListView[] = [...LOAN_VIEWS.slice(0, 3), 'deposits', ...LOAN_VIEWS.slice(3)];

/** `active` is false while another page or the sign-in lies over this one: then its keys sleep. */
export function LoansPage({ active, may }: { readonly active: boolean; readonly may: MayDo }) {
  const { t } = useTranslation('loans');
  const { calls } = useServices();
  const { place, move, open, rain, setRain } = useLoansDesk();
  const counts = useQuery(calls.loans.counts.queryOptions());
  const types = useQuery(calls.loans.types.queryOptions());
  const { view } = place;
  useHelpPage('deposits', active && view === 'deposits');

  useRestingFocus(active && place.front === null, 'loans');

  const lend = useCallback(() => {
    // In the rain the form begins with an umbrella, where these are counted and not tagged.
    const gear = rain ? types.data?.find((type) => type.rainGear && type.tracking === 'count') : undefined;
    const lines: readonly Line[] = gear ? [{ type: gear.id, item: null, count: 1 }] : [];
    open('lend', lines);
  }, [open, rain, types.data]);

  useShortcuts(
    {
      'Alt+KeyN': lend,
      'Alt+KeyU': () => setRain(!rain),
      'Alt+KeyR': () => open('return'),
    },
    active && may.write,
  );

  function countOf(each: ListView) {
    if (!counts.data || each === 'all' || each === 'deposits') return null;
    return { count: counts.data[each], warns: each === 'overdue' && counts.data.overdue > 0 };
  }

  return (
    <div className={styles.page}>
      <section className={styles.register} aria-label={t('title')}>
        <header className={styles.head}>
          <h1 className={styles.title}>{t('title')}</h1>
          <ViewSegments
            label={t('list')}
            views={VIEWS}
            view={view}
            listId="loans"
            wordOf={(each) => t(`view.${each}`)}
            countOf={countOf}
            onLook={(next) => move({ do: 'look', view: next })}
          />
          <div className={styles.actions}>
            <LendButtons
              words={{ return: t('return'), lend: t('lend') }}
              mayWrite={may.write}
              onReturn={() => open('return')}
              onLend={lend}
            />
          </div>
        </header>
        <TypeStrip types={types.data ?? []} may={may} />
        {view === 'deposits' ? <DepositsList /> : <LoansList view={view} />}
        <ListFoot keys={t('listKeys')} drafts={place.drafts} move={move} />
      </section>
      <LoanWork active={active} may={may} />
    </div>
  );
}
