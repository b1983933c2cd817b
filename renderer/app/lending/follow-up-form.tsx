// Calling about what is due 跟进: whom, what came of it, and when to try again; the same for keys and items.
import { NativeSelect, TextInput } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import type { QueryFunction, QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { CALL_RESULTS } from '../../../electron/api/lending.ts';
import type {
  CallResult,
  followUpForm,
  FollowUpState,
  FollowUpTarget,
} from '../../../electron/api/lending.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { LocalTimeFields } from '../../ui/local-time.tsx';
import { useNotices } from '../../ui/notice.tsx';
import { useProperty } from '../property.ts';
import { UndoLabel } from '../quiet-words.tsx';
import { ToolForm } from '../tool-form.tsx';

const HOUR_MS = 3_600_000;

type Message = 'field.futureNeeded' | 'field.wrong';

const BESIDE: Readonly<Record<string, FieldErrors<Message>>> = {
  CALL_TIME_WRONG: { promisedAt: 'field.futureNeeded' },
  UNKNOWN_TARGET: { target: 'field.wrong' },
};

function fieldsRefused(error: unknown): FieldErrors<Message> {
  return (error instanceof ORPCError ? BESIDE[String(error.code)] : undefined) ?? {};
}

/** The next one in order is offered: borrower, authoriser, the tenant's contacts, at last the supervisor. */
export function FollowUpForm(props: {
  readonly title: string;
  readonly loan: { readonly number: string; readonly followUp: Pick<FollowUpState, 'next'> };
  /** The query of whom to call, in their order. */
  readonly targets: { queryKey: QueryKey; queryFn: QueryFunction<FollowUpTarget[]> };
  readonly send: (commandId: string, call: z.input<typeof followUpForm>) => Promise<unknown>;
  /** How the calls stand once this one is noted. */
  readonly readAfter: () => Promise<FollowUpState>;
  /** Takes the call back that was just noted; left out where that cannot be done. */
  readonly undo?: () => void;
  readonly Refusal: (props: { readonly error: unknown }) => ReactNode;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('lending');
  const { title, loan, send, readAfter, undo, Refusal, onClose } = props;
  const { times } = useProperty();
  const notices = useNotices();
  const targets = useQuery(props.targets).data ?? [];
  const [chosen, setChosen] = useState<number | null>(null);
  const [result, setResult] = useState<CallResult>('promised');
  const [note, setNote] = useState('');
  const [promised, setPromised] = useState(() => {
    const soon = Date.now() + HOUR_MS;
    return { day: times.day(soon), time: times.time(soon) };
  });
  const target = chosen ?? loan.followUp.next?.target ?? targets[0]?.target ?? 0;
  const promisedAt = result === 'promised' ? times.instant(promised.day, promised.time) : null;

  async function sendAndSay(commandId: string): Promise<void> {
    await send(commandId, { target, result, promisedAt, note });
    onClose();
    // Noted it is, whatever the second look gives.
    const after = await readAfter().catch(() => null);
    notices.show({
      ...{ tone: 'good', body: <CallNoted number={loan.number} after={after} /> },
      ...(undo ? { action: { label: <UndoLabel />, run: undo } } : {}),
    });
  }

  return (
    <ToolForm<Message>
      title={title}
      hint={t('followUpHint')}
      words={{ fieldsOf: fieldsRefused, say: (message) => t(message), Refusal }}
      onClose={onClose}
      check={() =>
        promisedAt === null || promisedAt > Date.now() ? {} : { promisedAt: 'field.futureNeeded' }
      }
      send={sendAndSay}
    >
      {(error) => (
        <>
          <NativeSelect
            label={t('called')}
            value={String(target)}
            error={error('target')}
            data-field="target"
            data={targets.map((each) => ({
              value: String(each.target),
              label: [t(`role.${each.role}`), each.name, each.phone].filter(Boolean).join(' · '),
            }))}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          />
          <ChoiceChips
            label={t('callResult')}
            value={result}
            choices={CALL_RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
            onChange={setResult}
          />
          {result === 'promised' ? (
            <LocalTimeFields
              labels={{ day: t('promisedDay'), time: t('promisedAt') }}
              value={promised}
              error={error('promisedAt')}
              field="promisedAt"
              onChange={setPromised}
            />
          ) : null}
          <TextInput
            label={t('note')}
            value={note}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </>
      )}
    </ToolForm>
  );
}

/** In the quiet line: that it is noted, and whose turn is when. */
function CallNoted(props: { readonly number: string; readonly after: FollowUpState | null }) {
  const { t } = useTranslation('lending');
  const { times } = useProperty();
  const { number, after } = props;
  const next = after?.next ?? null;
  const nextAt = after?.nextAt ?? null;
  return (
    <>
      {t('callNoted', { number })}
      {next !== null && nextAt !== null
        ? t('callNext', { time: times.short(nextAt), name: next.name ?? t(`role.${next.role}`) })
        : null}
      {next === null && after?.escalated ? t('callEscalated') : null}
    </>
  );
}
