// Something of a loan is lost, or what was lost has turned up again.
import { NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONDITIONS } from '../../../electron/api/loan-states.ts';
import type { LoanDetail } from '../../../electron/api/loans.contract.ts';
import { ApprovalFields } from '../../app/approval/approval-fields.tsx';
import { useApproval } from '../../app/approval/use-approval.ts';
import { useServices } from '../../app/services.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { useNotices } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DoneLine } from './done-line.tsx';
import { LoanTool } from './loan-tool.tsx';
import { useTypeName } from './type-name.ts';

/** What was deducted for a thing that turns up is given back, and that is approved. */
export function LineLost(props: {
  readonly loan: LoanDetail;
  readonly what: 'lose' | 'found';
  readonly mayDecide: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('loans');
  const { loan, what, mayDecide, onClose } = props;
  const { api } = useServices();
  const notices = useNotices();
  const nameOf = useTypeName();
  const losing = what === 'lose';
  const most = (line: LoanDetail['lines'][number]): number =>
    losing ? line.count - line.back - line.lost : line.lost;
  const lines = loan.lines.filter((line) => most(line) > 0);
  const [chosen, setChosen] = useState(lines[0]?.line ?? 0);
  const [count, setCount] = useState(1);
  const [note, setNote] = useState('');
  const [condition, setCondition] = useState<(typeof CONDITIONS)[number]>('ok');
  const approval = useApproval('loans.decide');
  const line = lines.find((each) => each.line === chosen);
  const asks = !losing && !mayDecide && loan.deposits.some(({ deductedFen }) => deductedFen > 0);

  async function send(commandId: string): Promise<void> {
    const one = { commandId, loan: loan.id, line: chosen, count };
    if (losing) await api.loans.lose({ ...one, note });
    else {
      const granted = asks ? await approval.grant({ commandId, record: loan.id, reason: t('found') }) : null;
      await api.loans.found({ ...one, condition, approval: granted });
    }
    notices.show({ tone: 'good', body: <DoneLine did={losing ? 'lostDone' : 'foundDone'} loan={loan} /> });
  }

  return (
    <LoanTool
      title={t(what)}
      hint={t(losing ? 'loseHint' : 'foundHint')}
      onClose={onClose}
      check={() => (asks ? approval.check() : {})}
      send={send}
    >
      {(error) => (
        <>
          {lines.length > 1 ? (
            <NativeSelect
              label={t('items')}
              value={String(chosen)}
              data={lines.map((each) => ({
                value: String(each.line),
                label: [nameOf(each), each.asset].filter(Boolean).join(' '),
              }))}
              onChange={(event) => setChosen(Number(event.currentTarget.value))}
            />
          ) : null}
          {line && most(line) > 1 ? (
            <NumberInput
              label={t('count')}
              value={count}
              min={1}
              max={most(line)}
              error={error('count')}
              data-field="count"
              onChange={(value) => setCount(Number(value) || 1)}
            />
          ) : null}
          {losing ? (
            <TextField label={t('remarks')} value={note} field="note" onChange={setNote} />
          ) : (
            <ChoiceChips
              label={t('condition')}
              field="condition"
              value={condition}
              choices={CONDITIONS.map((value) => ({ value, label: t(`condition.${value}`) }))}
              onChange={setCondition}
            />
          )}
          {asks ? <ApprovalFields approval={approval} error={error} /> : null}
        </>
      )}
    </LoanTool>
  );
}
