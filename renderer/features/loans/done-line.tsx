// The sentence after an action, with the state of its papers as they go from the queue to the printer.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedBack } from '../../../electron/api/deposit-states.ts';
import type { LoanItemRow } from '../../../electron/api/loan-items.contract.ts';
import type { LoanLineRow } from '../../../electron/api/loans.contract.ts';
import { PrintState } from '../../app/print-state.tsx';
import type { deposits } from '../../copy/deposits.ts';
import type { loans } from '../../copy/loans.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { yuan } from '../../ui/money.ts';
import type { Taken } from './lend-values.ts';
import { useTakenText } from './taken-text.ts';
import { useThingsText } from './type-name.ts';

type Did = Exclude<Extract<keyof typeof loans, `${string}Done`>, 'lentDone' | 'returnedDone'>;

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

/** A scanned thing that is neither here nor out: which, how it stands, and what to do now. */
export function ItemIs({ item, mayRelease }: { readonly item: LoanItemRow; readonly mayRelease: boolean }) {
  const { t } = useTranslation('loans');
  const { times } = useProperty();
  const textOf = useThingsText();
  const what = textOf([{ ...item, count: 1 }]);
  switch (item.state) {
    case 'resting':
      return item.until === null
        ? t('is.resting', { what })
        : t('is.restingUntil', { what, time: times.short(item.until) });
    case 'out_of_service':
      return [t('is.out_of_service', { what }), item.reason, mayRelease ? null : t('is.supervisorReleases')]
        .filter(Boolean)
        .join(' · ');
    case 'lost':
      return t('is.lost', { what });
    case 'retired':
      return t('is.retired', { what });
    case 'available':
    case 'out':
      return t(`is.${item.state}`, { what });
  }
}

/** Whatever was done to things: what, and which. */
export function ThingLine(props: {
  readonly said: Extract<keyof typeof loans, `said.${string}`>;
  readonly thing: Pick<LoanLineRow, 'typeNameZh' | 'typeNameEn' | 'asset' | 'count'>;
}) {
  const { t } = useTranslation('loans');
  const textOf = useThingsText();
  return t(props.said, { what: textOf([props.thing]) });
}

/** Something that was taken in or turned up, and whose it was: the loan, and what may be given back for it. */
export function FoundLine(props: {
  readonly said: Extract<keyof typeof loans, `said.${string}`>;
  readonly thing: Parameters<typeof ThingLine>[0]['thing'];
  readonly found: { readonly loan: number | null; readonly deposits: readonly OfferedBack[] };
}) {
  const { t } = useTranslation('deposits');
  const { calls } = useServices();
  const { loan, deposits: offers } = props.found;
  const options = calls.loans.get.queryOptions({ input: { loan: loan ?? 0 } });
  const number = useQuery({ ...options, enabled: loan !== null }).data?.number;
  return (
    <>
      <ThingLine said={props.said} thing={props.thing} />
      {number === undefined ? null : ` · ${number}`}
      {offers.map(({ deposit, number: receipt, amountFen }) => (
        <span key={deposit}> · {t('mayGoBack', { number: receipt, amount: yuan(amountFen) })}</span>
      ))}
    </>
  );
}

/** Of the button that does something to a scanned thing. */
export function DeedLabel({ deed }: { readonly deed: Extract<keyof typeof loans, `deed.${string}`> }) {
  return useTranslation('loans').t(deed);
}

/** The same code came twice: what the line said stands, and that the second one did nothing. */
export function AgainLine({ before }: { readonly before: ReactNode }) {
  const { t } = useTranslation('loans');
  return (
    <>
      {before}
      {before === null ? null : ' · '}
      {t('sameScan')}
    </>
  );
}
