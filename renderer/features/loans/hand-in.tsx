// Money of the till goes to finance 上缴财务: what is free of it, or by a tick also what belongs to open receipts.
import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAY_METHODS } from '../../../electron/api/deposit-states.ts';
import type { PayMethod } from '../../../electron/api/deposit-states.ts';
import type { CashRow } from '../../../electron/api/deposits.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { readYuan, yuan } from '../../ui/money.ts';
import { useNotices } from '../../ui/notice.tsx';
import styles from './cash-panel.module.css';
import { DepositLine } from './done-line.tsx';
import { LoanTool } from './loan-tool.tsx';
import { AmountField, useReceiver, wrongAmount } from './till-fields.tsx';

export function HandIn({
  rows,
  onClose,
}: {
  readonly rows: readonly CashRow[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('deposits');
  const { api } = useServices();
  const { property } = useProperty();
  const notices = useNotices();
  const [method, setMethod] = useState<PayMethod>('cash');
  const [amount, setAmount] = useState('');
  const [heldToo, setHeldToo] = useState(false);
  const receiver = useReceiver();
  const row = rows.find((each) => each.desk === property.desk.code && each.method === method);
  const { balanceFen, freeFen, floatFen } = row ?? { balanceFen: 0, freeFen: 0, floatFen: 0 };
  // Of a till that holds less than is owed, no more than there is.
  const heldFen = Math.max(0, balanceFen - freeFen);
  return (
    <LoanTool
      title={t('handIn')}
      hint={t('handInHint', { amount: yuan(balanceFen), free: yuan(freeFen), float: yuan(floatFen) })}
      onClose={onClose}
      check={() => ({ ...wrongAmount(amount), ...receiver.check() })}
      send={async (commandId) => {
        const amountFen = readYuan(amount);
        const { printJobs } = await api.loans.handIn({
          ...{ commandId, method, amountFen, ...receiver.values },
          heldToo: heldToo && heldFen > 0,
        });
        notices.show({
          tone: 'good',
          body: <DepositLine did="handedInDone" fen={amountFen} job={printJobs[0]} />,
        });
      }}
    >
      {(error) => (
        <>
          <div className={styles.pair}>
            <NativeSelect
              label={t('method')}
              value={method}
              data={PAY_METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
              onChange={(event) =>
                setMethod(PAY_METHODS.find((each) => each === event.currentTarget.value) ?? 'cash')
              }
            />
            <AmountField value={amount} error={error} onChange={setAmount} />
          </div>
          {heldFen > 0 ? (
            <Checkbox
              label={t('heldToo', { amount: yuan(heldFen) })}
              checked={heldToo}
              onChange={(event) => setHeldToo(event.currentTarget.checked)}
            />
          ) : null}
          {receiver.fields(error)}
        </>
      )}
    </LoanTool>
  );
}
