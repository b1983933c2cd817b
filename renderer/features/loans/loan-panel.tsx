// One loan in full, with what can be done to it now.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isOpenDeposit } from '../../../electron/api/deposit-states.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from '../../ui/record-panel.module.css';
import { Scrolled } from '../../ui/scrolled.tsx';
import { AmendLoan } from './amend-loan.tsx';
import { ExtendLoan } from './extend-loan.tsx';
import { FollowUpLoan } from './follow-up-loan.tsx';
import { LoanButtons } from './loan-buttons.tsx';
import { LoanDeposits } from './loan-deposits.tsx';
import { LoanFacts } from './loan-facts.tsx';
import { LoanHistory } from './loan-history.tsx';
import { LoanRefusal } from './loan-refusal.tsx';
import { LoanStateTag } from './loan-state.tsx';
import { LineLost } from './line-lost.tsx';
import { useLoansDesk } from './loans-desk.tsx';
import type { MayDo } from './may-do.ts';
import { ReturnPart } from './return-part.tsx';
import { SettleDeposit } from './settle-deposit.tsx';
import { VoidLoan } from './void-loan.tsx';
import type { ToolName } from './workplace.ts';

export function LoanPanel(props: {
  readonly id: number;
  readonly tool: ToolName | null;
  readonly focusAction: number;
  readonly may: MayDo;
}) {
  const { t } = useTranslation(['loans', 'records']);
  const { id, focusAction, may } = props;
  const { calls } = useServices();
  const { move } = useLoansDesk();
  const loan = useQuery(calls.loans.get.queryOptions({ input: { loan: id } }));
  if (loan.error) return <Callout tone="bad" announce title={<LoanRefusal error={loan.error} />} />;
  if (!loan.data) return <EmptyState title={t('records:loading')} />;
  const { data } = loan;
  // Things come back before money does: a receipt that is scanned meanwhile shows what is out.
  const tool = props.tool === 'settle' && data.state === 'open' ? null : props.tool;
  const held = data.deposits.find(isOpenDeposit);
  const openTool = (next: ToolName | null): void =>
    move({ do: 'show', shown: { kind: 'loan', loan: id, tool: next }, focusAction: false });
  const close = (): void => openTool(null);
  return (
    <article className={styles.panel} aria-label={t('details')}>
      <header className={styles.head}>
        <h2 className={styles.name} data-voided={data.state === 'voided' || undefined}>
          {data.borrowerName ?? t('records:erased')}
        </h2>
        <LoanStateTag loan={data} />
      </header>
      <LoanButtons
        key={id}
        loan={data}
        may={may}
        focusFirst={tool === null ? focusAction : 0}
        tool={tool}
        onTool={(next) => openTool(next === tool ? null : next)}
      />
      <Scrolled className={styles.body}>
        {data.issues.length > 0 ? <Callout tone="warn" title={t('issues')} /> : null}
        {tool === 'returnPart' ? <ReturnPart key={id} loan={data} onClose={close} /> : null}
        {tool === 'settle' && held ? (
          <SettleDeposit key={held.id} loan={data} deposit={held} mayDecide={may.decide} onClose={close} />
        ) : null}
        {tool === 'extend' ? <ExtendLoan key={id} loan={data} onClose={close} /> : null}
        {tool === 'followUp' ? <FollowUpLoan key={id} loan={data} onClose={close} /> : null}
        {tool === 'lose' || tool === 'found' ? (
          <LineLost key={`${id}-${tool}`} loan={data} what={tool} mayDecide={may.decide} onClose={close} />
        ) : null}
        {tool === 'amend' ? (
          <AmendLoan key={id} loan={data} mayOverride={may.override} onClose={close} />
        ) : null}
        {tool === 'void' ? <VoidLoan key={id} loan={data} needsApproval={!may.void} onClose={close} /> : null}
        {tool === 'history' ? (
          <LoanHistory id={id} />
        ) : (
          <>
            <LoanFacts loan={data} />
            <LoanDeposits loan={data} may={may} />
          </>
        )}
      </Scrolled>
    </article>
  );
}
