// The sentence after an action, with the state of its papers as they go from the queue to the printer.
import { useTranslation } from 'react-i18next';
import { ITEM_STATES } from '../../../electron/api/loan-states.ts';
import { PrintState } from '../../app/print-state.tsx';
import type { deposits } from '../../copy/deposits.ts';
import type { loans } from '../../copy/loans.ts';
import { yuan } from '../../ui/money.ts';
import type { Taken } from './lend-values.ts';
import { useTakenText } from './taken-text.ts';

type Did = Exclude<Extract<keyof typeof loans, `${string}Done`>, 'lentDone'>;

export function DoneLine(props: {
  readonly did: Did;
  readonly loan: { readonly number: string };
  /** What was lent, and to whom. */
  readonly what?: string;
  readonly jobs?: readonly number[];
}) {
  const { t } = useTranslation('loans');
  const { did, loan, what = '', jobs = [] } = props;
  const [job] = jobs;
  return (
    <>
      {t(did, { number: loan.number })}
      {what === '' ? null : ` · ${what}`}
      {job === undefined ? null : <PrintState job={job} say={(state) => t(`print.${state}`)} />}
    </>
  );
}

/** Who took it: whoever confirms in a rush reads the name once more. */
export function LentLine(props: {
  readonly number: string;
  readonly name: string;
  readonly takes: Taken | null;
  readonly job: number | undefined;
}) {
  const { t } = useTranslation(['loans', 'deposits']);
  const takenText = useTakenText();
  const { number, name, takes, job } = props;
  return (
    <>
      {t('lentDone', { number, name })}
      {takes ? ` · ${t('deposits:took', { taken: takenText(takes) })}` : null}
      {job === undefined ? null : <PrintState job={job} say={(state) => t(`print.${state}`)} />}
    </>
  );
}

type DepositDid = Extract<keyof typeof deposits, `${string}Done`>;

/** What became of a deposit; `fen` is what goes back over the counter, or through finance. */
export function DepositLine(props: {
  readonly did: DepositDid;
  readonly number?: string;
  readonly fen?: number;
  readonly job?: number | undefined;
}) {
  const { t } = useTranslation(['deposits', 'loans']);
  const { did, number = '', fen = 0, job } = props;
  return (
    <>
      {t(did, { number, amount: yuan(fen) })}
      {job === undefined ? null : <PrintState job={job} say={(state) => t(`loans:print.${state}`)} />}
    </>
  );
}

/** A scanned thing that is neither here nor out. */
export function ThingNotHere({ state }: { readonly state: string }) {
  const { t } = useTranslation('loans');
  const known = ITEM_STATES.find((each) => each === state);
  return known ? t('notAvailable', { state: t(`item.${known}`) }) : t('scanNothing');
}

/** Whatever was done, where one sentence says all. */
export function PlainLine({ said }: { readonly said: Extract<keyof typeof loans, `said.${string}`> }) {
  const { t } = useTranslation('loans');
  return t(said);
}
