// After an evacuation: one action marks everyone out, one marks exactly those back; each asked once, each taken back.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';
import { useEscape } from '../../ui/escape.ts';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import type { EvacuationList } from '../../../electron/api/visitors.contract.ts';
import styles from './evacuation-list.module.css';
import { VisitRefusal } from './visit-refusal.tsx';

type Deed = 'out' | 'back';

/** What was done last. `again` are the visits that a mistaken return has brought back; a marking out is undone by the button beside it. */
interface Done {
  readonly deed: Deed;
  readonly people: number;
  readonly again: readonly number[] | null;
}

/** `mayWrite` is false where nobody is signed in, or their role only reads: then the list is looked at and ticked. */
export function EveryoneTools(props: { readonly list: EvacuationList; readonly mayWrite: boolean }) {
  const { t } = useTranslation(['evacuation', 'shell']);
  const { list, mayWrite } = props;
  const { api, queries, calls } = useServices();
  const [asked, setAsked] = useState<{ readonly deed: Deed; readonly commandId: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => confirm.current?.focus(), [asked]);
  // The list stays open: whoever thinks again has not finished the roll-call.
  useEscape(cancel, asked !== null);
  const { cleared } = list;
  const inside = list.floors.reduce((sum, floor) => sum + floor.people.length, 0);
  const people: Readonly<Record<Deed, number>> = { out: inside, back: cleared?.people ?? 0 };

  function cancel(): void {
    setAsked(null);
  }

  function attempt(work: () => Promise<Done>): void {
    setBusy(true);
    setRefusal(null);
    work()
      .then((what) => {
        setDone(what);
        setAsked(null);
        return queries.invalidateQueries({ queryKey: calls.visitors.key() });
      })
      .catch((error: unknown) => setRefusal(error))
      .finally(() => setBusy(false));
  }

  async function perform({ deed, commandId }: { deed: Deed; commandId: string }): Promise<Done> {
    if (deed === 'out') {
      const { visits } = await api.visitors.everyoneOut({ commandId });
      return { deed, people: visits.length, again: null };
    }
    const { visits } = await api.visitors.everyoneBack({ commandId, at: cleared?.at ?? 0 });
    return { deed, people: visits.length, again: visits };
  }

  async function outAgain(only: readonly number[] | null): Promise<Done> {
    const { visits } = await api.visitors.everyoneOut({ commandId: uuidV7(), only: only && [...only] });
    return { deed: 'out', people: visits.length, again: null };
  }

  if (!mayWrite) return <span>{t('everyone.signIn')}</span>;
  if (asked) {
    return (
      <span className={styles.everyone} role="alert">
        {refusal === null ? t(`everyone.ask.${asked.deed}`, { people: people[asked.deed] }) : null}
        {refusal === null ? null : <VisitRefusal error={refusal} />}
        <Button ref={confirm} size="compact-sm" loading={busy} onClick={() => attempt(() => perform(asked))}>
          {t('shell:confirm')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={cancel}>
          {t('shell:cancel')}
        </Button>
      </span>
    );
  }
  return (
    <span className={styles.everyone}>
      {done ? (
        <span role="status">
          {t(`everyone.done.${done.deed}`, { people: done.people })}{' '}
          {done.again === null ? null : (
            <Button
              size="compact-sm"
              variant="default"
              loading={busy}
              onClick={() => attempt(() => outAgain(done.again))}
            >
              {t('shell:undo')}
            </Button>
          )}
        </span>
      ) : null}
      {refusal === null ? null : <VisitRefusal error={refusal} />}
      {(['out', 'back'] as const).map((deed) =>
        people[deed] === 0 ? null : (
          <Button
            key={deed}
            size="compact-sm"
            variant="default"
            onClick={() => {
              setRefusal(null);
              setAsked({ deed, commandId: uuidV7() });
            }}
          >
            {t(`everyone.${deed}`, { people: people[deed] })}
          </Button>
        ),
      )}
    </span>
  );
}
