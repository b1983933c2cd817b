// What is to be had, type by type, above the list; and the quiet ways to checks, stray returns and rain mode.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LoanTypeRow } from '../../../electron/api/loan-items.contract.ts';
import { useServices } from '../../app/services.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useLoansDesk } from './loans-desk.tsx';
import type { MayDo } from './may-do.ts';
import { rainFirst } from './rain-first.ts';
import { useTypeName } from './type-name.ts';
import styles from './type-strip.module.css';

export function TypeStrip({ types, may }: { readonly types: readonly LoanTypeRow[]; readonly may: MayDo }) {
  const { t } = useTranslation('loans');
  const { calls } = useServices();
  const { place, show, rain, setRain } = useLoansDesk();
  const checks = useQuery(calls.loans.dueChecks.queryOptions());
  const strays = useQuery(calls.loans.strays.queryOptions());
  const shown = place.front === 'shown' ? place.shown : null;
  const due = checks.data?.length ?? 0;
  const found = strays.data?.length ?? 0;
  return (
    <div className={styles.strip} data-rain={rain || undefined}>
      <div className={styles.types} role="group" aria-label={t('stock')}>
        {rainFirst(
          types.filter(({ withdrawn }) => !withdrawn),
          rain,
        ).map((type) => (
          <TypeCard
            key={type.id}
            type={type}
            pressed={shown?.kind === 'type' && shown.type === type.id}
            inFront={rain && type.rainGear}
            onOpen={() => show({ kind: 'type', type: type.id }, false)}
          />
        ))}
      </div>
      <div className={styles.ways}>
        {found === 0 ? null : (
          <button
            type="button"
            className={styles.way}
            aria-pressed={shown?.kind === 'strays'}
            onClick={() => show({ kind: 'strays', adding: false }, false)}
          >
            {t('straysWaiting', { count: found })}
          </button>
        )}
        {due === 0 ? null : (
          <button
            type="button"
            className={styles.way}
            aria-pressed={shown?.kind === 'checks'}
            onClick={() => show({ kind: 'checks' }, false)}
          >
            {t('checksDue', { count: due })}
          </button>
        )}
        {may.write ? (
          <button
            type="button"
            className={styles.way}
            data-rain={rain || undefined}
            aria-pressed={rain}
            onClick={() => setRain(!rain)}
          >
            <Icon name="umbrella" size={16} />
            {t('rainMode')}
            <KeyHint keys="Alt+U" />
          </button>
        ) : null}
      </div>
    </div>
  );
}

function TypeCard(props: {
  readonly type: LoanTypeRow;
  readonly pressed: boolean;
  readonly inFront: boolean;
  readonly onOpen: () => void;
}) {
  const { t } = useTranslation('loans');
  const nameOf = useTypeName();
  const { type, pressed, inFront } = props;
  const { available, out, resting, outOfService } = type;
  const away = [
    out > 0 && t('count.out', { count: out }),
    resting > 0 && t('count.resting', { count: resting }),
    outOfService > 0 && t('count.outOfService', { count: outOfService }),
  ].filter(Boolean);
  return (
    <button
      type="button"
      className={styles.card}
      aria-pressed={pressed}
      data-low={type.low || undefined}
      data-front={inFront || undefined}
      onClick={props.onOpen}
    >
      <span className={styles.name}>{nameOf(type)}</span>
      <strong className={styles.available}>{available}</strong>
      <span className={styles.away}>{type.low ? t('low') : away.join(' · ') || t('allHere')}</span>
    </button>
  );
}
