// The sentence after an action, with the state of its slip as it goes from the queue to paper.
import { useTranslation } from 'react-i18next';
import type { HeldThing } from '../../../electron/api/borrowers.contract.ts';
import type { VisitRow } from '../../../electron/api/visitors.contract.ts';
import { inFours } from '../../ui/in-fours.ts';
import { HeldNote } from '../../app/lending/held-things.tsx';
import { useProperty } from '../../app/property.ts';
import { PrintState } from '../../app/print-state.tsx';

export function DoneLine(props: {
  readonly did:
    | 'registered'
    | 'enteredGone'
    | 'arrivalBackDone'
    | 'leftDone'
    | 'reopenedDone'
    | 'cancelledDone'
    | 'reprintDone'
    | 'takenBackDone'
    | 'voidedDone'
    | 'deniedDone'
    | 'amendedDone'
    | 'extendedDone'
    | 'cardGivenDone'
    | 'cardReturnedDone'
    | 'cardLostDone';
  readonly visit: { readonly number: string; readonly name: string | null };
  readonly job?: number | null;
  /** The pass in their hand says something else now. */
  readonly passOutdated?: boolean;
  /** Number of the turnstile card that the visitor is given now; null for none. */
  readonly card?: string | null | undefined;
  /** What whoever leaves has not brought back. */
  readonly held?: readonly HeldThing[];
}) {
  const { t } = useTranslation('visitors');
  const { number, name } = props.visit;
  return (
    <>
      {t(props.did, { number, name: name ?? '' })}
      {props.card ? ` · ${t('handOver', { card: props.card })}` : null}
      {props.passOutdated ? ` · ${t('passOutdated')}` : null}
      {props.held ? <HeldNote held={props.held} /> : null}
      {typeof props.job === 'number' ? (
        <PrintState job={props.job} say={(state) => t(`print.${state}`)} />
      ) : null}
    </>
  );
}

export function ExpectedLine(props: {
  readonly number: string;
  readonly name: string;
  readonly code: string;
}) {
  const { t } = useTranslation('visitors');
  return t('expectedDone', { ...props, code: inFours(props.code) });
}

/** A scan of a pass whose visit is over: when they left where that is known, else what became of the visit. */
export function PassOver({ visit }: { readonly visit: PastVisit }) {
  const { t } = useTranslation('visitors');
  const { times } = useProperty();
  const { number, state, leftAt } = visit;
  const name = visit.name ?? '';
  return leftAt === null || state !== 'left'
    ? t('passOver', { number, name, state: t(`state.${state}`) })
    : t('passLeft', { number, name, time: times.short(leftAt) });
}

type PastVisit = Pick<VisitRow, 'name' | 'number' | 'state' | 'leftAt'>;

/** Alt+O on a visit whose person is not inside. */
export function NotInside({ visit }: { readonly visit: Pick<VisitRow, 'name' | 'number' | 'state'> }) {
  const { t } = useTranslation('visitors');
  return t('notInside', { name: visit.name ?? visit.number, state: t(`state.${visit.state}`) });
}

/** Alt+O with nobody chosen. */
export function NobodyToLeave() {
  const { t } = useTranslation('visitors');
  return t('noneToLeave');
}

export function ReprintLabel() {
  return useTranslation('visitors').t('reprint');
}
