// A slip of several keys was scanned: which of them lie on the counter? Each is ticked by its tag or by hand.
import { Checkbox, NumberInput } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyLoanDetail } from '../../../electron/api/keys.contract.ts';
import { useSignature } from '../../app/lending/use-signature.tsx';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { EntryForm } from '../../app/register/entry-form.tsx';
import { Callout } from '../../ui/callout.tsx';
import entry from '../../ui/entry-form.module.css';
import { useFormSending } from '../../ui/form-sending.ts';
import { Tag } from '../../ui/tag.tsx';
import { useHookName } from './cabinet-name.ts';
import { useKeyActions } from './key-actions.tsx';
import { fieldsRefused, KeyRefusal } from './key-refusal.tsx';
import type { FieldMessage } from './key-refusal.tsx';
import own from './keys.module.css';
import { useKeysDesk } from './keys-desk.tsx';
import type { Draft } from './workplace.ts';

interface SlipForm {
  readonly draft: Draft;
  readonly front: boolean;
  readonly onClose: () => void;
}

export function ReturnSlip(props: SlipForm & { readonly slip: number }) {
  const { calls } = useServices();
  const loan = useQuery(calls.keys.get.queryOptions({ input: { loan: props.slip } }));
  if (loan.error) return <Callout tone="bad" announce title={<KeyRefusal error={loan.error} />} />;
  return loan.data ? <Asked {...props} loan={loan.data} /> : null;
}

function Asked({ draft, front, onClose, loan }: SlipForm & { readonly loan: KeyLoanDetail }) {
  const { t } = useTranslation(['keys', 'records']);
  const { times } = useProperty();
  const { api } = useServices();
  const { move } = useKeysDesk();
  const { announceReturned } = useKeyActions(move);
  const signature = useSignature('keyIn');
  const [fewer, setFewer] = useState<Readonly<Record<number, number>>>({});
  const out = loan.lines.filter(({ lost, pieces, back }) => !lost && back < pieces);
  // A slip of one key is ticked by itself.
  const ticked = out.filter(({ key }) => out.length === 1 || draft.keys.includes(key));
  const lines = ticked.map(({ key, pieces, back }) => ({ key, pieces: fewer[key] ?? pieces - back }));
  const count = lines.reduce((sum, { pieces }) => sum + pieces, 0);
  const outCount = out.reduce((sum, { pieces, back }) => sum + pieces - back, 0);

  const sending = useFormSending<FieldMessage>({
    check: () => ({
      ...(lines.length === 0 ? { keys: 'field.tickKeys' as const } : {}),
      ...signature.check(),
    }),
    send,
    fieldsOf: fieldsRefused,
  });
  const { box } = sending;

  async function send(): Promise<void> {
    const done = await api.keys.return({
      ...{ commandId: draft.id, loan: loan.id, lines, broughtBy: null, signature: signature.value },
    });
    await announceReturned({
      ...{ loan: loan.id, number: loan.number, partly: done.state === 'open' },
      ...{ keys: lines.map(({ key }) => key), inTransfer: done.inTransfer.length > 0 },
    });
    move({ do: 'finish', draft: draft.id, select: loan.id });
  }

  function tick(keys: readonly number[]): void {
    sending.mend('keys');
    move({ do: 'setKeys', draft: draft.id, keys });
  }

  const goToHand = useEffectEvent(() => box.current?.querySelector<HTMLElement>('[data-field]')?.focus());
  useEffect(() => {
    if (front) goToHand();
  }, [front]);
  // The last one was taken in by its own tag: there is nothing left to ask.
  const over = out.length === 0;
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (over) close();
  }, [over]);

  const wrong = sending.wrong;
  const error = (field: string): string | undefined => wrong[field] && t(wrong[field], { late: 0 });
  return (
    <EntryForm
      {...{ box, front }}
      label={t('return')}
      busy={sending.busy}
      confirm={t('returnCount', { count })}
      above={
        sending.refusal === null ? null : (
          <Callout tone="bad" announce title={<KeyRefusal error={sending.refusal} />} />
        )
      }
      onConfirm={() => sending.confirm()}
      onCancel={onClose}
    >
      <h2 className={own.subtitle}>
        {out.length > 1 ? t('allHere', { count: outCount }) : t('return')}{' '}
        <span className={own.soft}>{loan.number}</span>
      </h2>
      <p className={entry.note}>
        {[
          loan.borrowerName ?? t('records:erased'),
          loan.borrowerFrom,
          loan.dueAt && t('dueBy', { time: times.short(loan.dueAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {out.length > 1 ? <p className={entry.note}>{t('allHereHint')}</p> : null}
      {out.length < 2 ? null : (
        <Checkbox
          label={t('allOfThem', { count: outCount })}
          data-field="keys"
          error={error('keys')}
          checked={ticked.length === out.length}
          indeterminate={ticked.length > 0 && ticked.length < out.length}
          onChange={(event) => tick(event.currentTarget.checked ? out.map(({ key }) => key) : [])}
        />
      )}
      <SlipLines
        loan={loan}
        ticked={ticked.map(({ key }) => key)}
        fewer={fewer}
        onTick={(key, here) => tick(here ? [...draft.keys, key] : draft.keys.filter((each) => each !== key))}
        onFewer={(key, pieces) => setFewer({ ...fewer, [key]: pieces })}
      />
      {signature.pad(error)}
    </EntryForm>
  );
}

function SlipLines(props: {
  readonly loan: KeyLoanDetail;
  readonly ticked: readonly number[];
  readonly fewer: Readonly<Record<number, number>>;
  readonly onTick: (key: number, here: boolean) => void;
  readonly onFewer: (key: number, pieces: number) => void;
}) {
  const { t } = useTranslation('keys');
  const { calls } = useServices();
  const hookOf = useHookName();
  const { loan, ticked, fewer, onTick, onFewer } = props;
  const found = useQueries({
    queries: loan.lines.map(({ key }) => calls.keys.key.queryOptions({ input: { key } })),
  });
  return (
    <ul className={`${own.lines} ${own.ticked}`} aria-label={t('key')}>
      {loan.lines.map(({ key, code, name, pieces, back, lost }, index) => {
        const row = found[index]?.data;
        const missing = pieces - back;
        const isOut = !lost && missing > 0;
        return (
          <li key={key}>
            <Checkbox
              label={name ?? code}
              checked={!lost && (!isOut || ticked.includes(key))}
              disabled={!isOut}
              onChange={(event) => onTick(key, event.currentTarget.checked)}
            />
            <span className={own.soft}>{[code, row && hookOf(row)].filter(Boolean).join(' · ')}</span>
            {lost ? <Tag tone="bad">{t('key.lost')}</Tag> : null}
            {!lost && !isOut ? <Tag tone="quiet">{t('loan.returned')}</Tag> : null}
            {isOut && missing > 1 ? (
              <NumberInput
                className={own.pieces ?? ''}
                size="xs"
                aria-label={`${t('pieces')} ${code}`}
                value={fewer[key] ?? missing}
                min={1}
                max={missing}
                clampBehavior="strict"
                allowDecimal={false}
                onChange={(value) => onFewer(key, Number(value) || missing)}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
