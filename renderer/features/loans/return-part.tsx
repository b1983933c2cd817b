// What came back and how: each line with how many, and in which condition.
import { NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONDITIONS } from '../../../electron/api/loan-states.ts';
import type { Condition } from '../../../electron/api/loan-states.ts';
import type { LoanDetail } from '../../../electron/api/loans.contract.ts';
import { useSignature } from '../../app/lending/use-signature.tsx';
import { useServices } from '../../app/services.ts';
import { useLoanActions } from './loan-actions.tsx';
import styles from './loan-panel.module.css';
import { LoanTool } from './loan-tool.tsx';
import { useLoansDesk } from './loans-desk.tsx';
import { useTypeName } from './type-name.ts';

interface Back {
  readonly line: number;
  readonly label: string;
  readonly most: number;
  readonly count: number;
  readonly condition: Condition;
}

export function ReturnPart(props: { readonly loan: LoanDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('loans');
  const { loan, onClose } = props;
  const { api } = useServices();
  const { move } = useLoansDesk();
  const actions = useLoanActions(move);
  const nameOf = useTypeName();
  const signature = useSignature('itemIn');
  const [backs, setBacks] = useState<readonly Back[]>(() =>
    loan.lines.flatMap((each) => {
      const most = each.count - each.back - each.lost;
      const label = [nameOf(each), each.asset].filter(Boolean).join(' ');
      return most > 0 ? [{ line: each.line, label, most, count: most, condition: 'ok' as const }] : [];
    }),
  );
  const coming = backs.filter(({ count }) => count > 0);

  function change(line: number, changed: Partial<Back>): void {
    setBacks(backs.map((each) => (each.line === line ? { ...each, ...changed } : each)));
  }

  return (
    <LoanTool
      title={t('returnPart')}
      hint={t('returnPartHint')}
      onClose={onClose}
      check={() => ({ ...(coming.length === 0 ? { count: 'field.count' } : {}), ...signature.check() })}
      send={async (commandId) => {
        const lines = coming.map(({ line, count, condition }) => ({ line, count, condition }));
        const { deposits } = await api.loans.return({
          ...{ commandId, loan: loan.id, lines, way: 'list', signature: signature.value },
        });
        actions.announceReturned(loan, deposits);
      }}
    >
      {(error) => (
        <>
          {backs.map(({ line, label, most, count, condition }) => (
            <div key={line} className={styles.partLine} role="group" aria-label={label}>
              <strong>{label}</strong>
              <NumberInput
                aria-label={t('countBack', { what: label })}
                value={count}
                error={error('count')}
                data-field="count"
                min={0}
                max={most}
                suffix={` / ${most}`}
                onChange={(value) => change(line, { count: Number(value) || 0 })}
              />
              <NativeSelect
                aria-label={t('conditionOf', { what: label })}
                value={condition}
                data={CONDITIONS.map((value) => ({ value, label: t(`condition.${value}`) }))}
                onChange={(event) =>
                  change(line, {
                    condition: CONDITIONS.find((each) => each === event.currentTarget.value) ?? 'ok',
                  })
                }
              />
            </div>
          ))}
          {signature.pad(error)}
        </>
      )}
    </LoanTool>
  );
}
