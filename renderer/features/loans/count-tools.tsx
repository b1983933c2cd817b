// A type that is counted: so many rested, blocked, missing, or ready again.
import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoanTypeRow } from '../../../electron/api/loan-items.contract.ts';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import panel from '../../ui/record-panel.module.css';
import { UndoLabel } from '../../app/quiet-words.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { TextField } from '../../ui/text-field.tsx';
import { ThingLine } from './done-line.tsx';
import { LoanRefusal } from './loan-refusal.tsx';
import { LoanTool } from './loan-tool.tsx';
import type { MayDo } from './may-do.ts';

type SomeDeed = 'rest' | 'restOver' | 'block' | 'release' | 'miss' | 'turnedUp';

/** How many there are to do it to. */
function mostOf(type: LoanTypeRow, deed: SomeDeed): number {
  switch (deed) {
    case 'rest':
    case 'block':
    case 'miss':
      return type.available;
    case 'restOver':
      return type.resting;
    case 'release':
      return type.outOfService;
    case 'turnedUp':
      return type.lost;
  }
}

/** What puts so many back as they were. */
const UNDOES: Readonly<Record<SomeDeed, SomeDeed>> = {
  rest: 'restOver',
  restOver: 'rest',
  block: 'release',
  release: 'block',
  miss: 'turnedUp',
  turnedUp: 'miss',
};

const SOME_DEEDS: readonly SomeDeed[] = ['rest', 'restOver', 'block', 'release', 'miss', 'turnedUp'];

export function CountTools({ type, may }: { readonly type: LoanTypeRow; readonly may: MayDo }) {
  const { t } = useTranslation('loans');
  const [open, setOpen] = useState<SomeDeed | null>(null);
  const deeds = SOME_DEEDS.filter((deed) => mostOf(type, deed) > 0 && (deed !== 'release' || may.manage));
  return (
    <>
      <div className={panel.toolButtons}>
        {deeds.map((deed) => (
          <Button
            key={deed}
            size="compact-sm"
            variant="default"
            aria-pressed={deed === open}
            onClick={() => setOpen(deed === open ? null : deed)}
          >
            {t(`deed.${deed}`)}
          </Button>
        ))}
      </div>
      {open === null ? null : (
        <SomeTool key={open} type={type} deed={open} mayRelease={may.manage} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function SomeTool(props: {
  readonly type: LoanTypeRow;
  readonly deed: SomeDeed;
  readonly mayRelease: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['loans', 'records']);
  const { type, deed, mayRelease, onClose } = props;
  const { api } = useServices();
  const notices = useNotices();
  const [count, setCount] = useState(1);
  const [reason, setReason] = useState('');
  const asks = deed === 'block' || deed === 'miss';

  async function perform(done: SomeDeed, commandId: string): Promise<void> {
    const some = { commandId, type: type.id, count };
    const until = type.restMinutes > 0 ? Date.now() + type.restMinutes * 60_000 : null;
    const why = reason.trim() === '' ? t('item.out_of_service') : reason;
    switch (done) {
      case 'rest':
        await api.loans.restSome({ ...some, until });
        break;
      case 'restOver':
        await api.loans.restSomeOver(some);
        break;
      case 'block':
        await api.loans.blockSome({ ...some, reason: why });
        break;
      case 'release':
        await api.loans.releaseSome(some);
        break;
      case 'miss':
        await api.loans.missSome({ ...some, note: reason });
        break;
      case 'turnedUp':
        await api.loans.turnedUpSome(some);
        break;
    }
  }

  async function send(commandId: string): Promise<void> {
    await perform(deed, commandId);
    const thing = { typeNameZh: type.nameZh, typeNameEn: type.nameEn, asset: null, count };
    const undo = (): void => {
      perform(UNDOES[deed], uuidV7()).then(
        () => notices.show({ tone: 'good', body: <ThingLine said="said.undone" thing={thing} /> }),
        (error: unknown) => notices.show({ tone: 'bad', body: <LoanRefusal error={error} /> }),
      );
    };
    notices.show({
      tone: 'good',
      body: <ThingLine said={`said.${deed}`} thing={thing} />,
      ...(UNDOES[deed] === 'release' && !mayRelease ? {} : { action: { label: <UndoLabel />, run: undo } }),
    });
  }

  return (
    <LoanTool
      title={t(`deed.${deed}`)}
      hint={t('someHint', { count: mostOf(type, deed) })}
      onClose={onClose}
      send={send}
      check={() => ({
        ...(count > mostOf(type, deed) ? { count: 'field.count' } : {}),
        ...(deed === 'block' && reason.trim() === '' ? { reason: 'field.needed' } : {}),
      })}
    >
      {(error) => (
        <>
          <NumberInput
            label={t('count')}
            value={count}
            error={error('count')}
            data-field="count"
            min={1}
            onChange={(value) => setCount(Number(value) || 1)}
          />
          {asks ? (
            <TextField
              label={t('records:reason')}
              value={reason}
              field="reason"
              error={error}
              onChange={setReason}
            />
          ) : null}
        </>
      )}
    </LoanTool>
  );
}
