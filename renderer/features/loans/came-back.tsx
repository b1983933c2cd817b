// What is said of things that have just come back: which, what belongs to them, what is owed for them, and how they came.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Condition } from '../../../electron/api/loan-states.ts';
import type { DepositRow } from '../../../electron/api/deposits.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { yuan } from '../../ui/money.ts';
import { useThingsText } from './type-name.ts';
import type { NamedLoan, Thing } from './workplace.ts';
import { useComma } from '../../ui/use-comma.ts';

export function ReturnedLine(props: {
  readonly loan: NamedLoan;
  readonly name: string | null;
  readonly things: readonly Thing[];
  /** Deposits that are to be paid back now. */
  readonly owed: readonly DepositRow[];
}) {
  const { t } = useTranslation(['loans', 'deposits']);
  const { property } = useProperty();
  const textOf = useThingsText();
  const accessories = useAccessories(props.things);
  const { loan, name, things, owed } = props;
  const elsewhere = owed.find(({ method, desk }) => method === 'cash' && desk !== property.desk.code);
  const amount = yuan(owed.reduce((sum, { amountFen }) => sum + amountFen, 0));
  return [
    t('returnedDone', { what: textOf(things) }),
    name,
    loan.number,
    accessories && t('checkAccessories', { what: accessories }),
    owed.length > 0 &&
      (elsewhere
        ? t('deposits:owedAt', { amount, desk: elsewhere.desk })
        : t('deposits:owedNow', { amount })),
  ]
    .filter(Boolean)
    .join(' · ');
}

export function ConditionLine(props: { readonly things: readonly Thing[]; readonly condition: Condition }) {
  const { t } = useTranslation('loans');
  const { calls } = useServices();
  const textOf = useThingsText();
  const types = useQuery(calls.loans.types.queryOptions());
  const { things, condition } = props;
  const rests = types.data?.some(({ id, restMinutes }) => id === things[0]?.type && restMinutes > 0);
  const what = textOf(things);
  const state = t(`condition.${condition}`);
  if (condition === 'damaged' || condition === 'incomplete') return t('notedBlocked', { what, state });
  return t(rests && condition !== 'ok' ? 'notedResting' : 'noted', { what, state });
}

export function ConditionLabel({ condition }: { readonly condition: Condition }) {
  return useTranslation('loans').t(`condition.${condition}`);
}

/** What belongs to these things and has to come back with them, in one line; empty for nothing. */
export function useAccessories(things: readonly Pick<Thing, 'type'>[]): string {
  const comma = useComma();
  const { calls } = useServices();
  const types = useQuery(calls.loans.types.queryOptions());
  const known = (types.data ?? []).filter(({ id }) => things.some(({ type }) => type === id));
  const all = [...new Set(known.flatMap(({ accessories }) => accessories))];
  return all.join(comma);
}
