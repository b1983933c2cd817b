// Below the form of a key: its tag, and taking it out of use.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RETIRED_BECAUSE } from '../../../electron/api/keys-file.contract.ts';
import type { KeyFileRow } from '../../../electron/api/keys-file.contract.ts';
import { inFours } from '../../ui/in-fours.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { TagField } from '../../app/tag-field.tsx';
import { Callout } from '../../ui/callout.tsx';
import { useNotices } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import records from '../../app/records/records.module.css';
import styles from './key-file.module.css';
import { KeyFileDone } from './key-file-done.tsx';
import { useKeysRead } from './use-keys-read.ts';
import { keyFieldsRefused, namedIn } from './key-file-values.ts';

type Did = Parameters<typeof KeyFileDone>[0]['did'];

export function KeyFileTools(props: { readonly row: KeyFileRow; readonly onDone: (id: number) => void }) {
  const { row, onDone } = props;
  const notices = useNotices();
  const read = useKeysRead();
  async function done(did: Did): Promise<void> {
    await read();
    notices.show({ tone: 'good', body: <KeyFileDone did={did} what={row.code} /> });
    onDone(row.id);
  }
  return (
    <>
      {row.state === 'retired' ? null : <TagTool row={row} onDone={done} />}
      {row.state === 'retired' ? <Reinstate row={row} onDone={done} /> : <Retire row={row} onDone={done} />}
    </>
  );
}

interface ToolProps {
  readonly row: KeyFileRow;
  readonly onDone: (did: Did) => Promise<void>;
}

/** One command a press; a press that was refused is made anew. */
function useSending() {
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  return {
    ...{ refusal, busy },
    send(work: () => Promise<void>): void {
      setBusy(true);
      setRefusal(null);
      work()
        .catch(setRefusal)
        .finally(() => setBusy(false));
    },
  };
}

function TagTool({ row, onDone }: ToolProps) {
  const { t } = useTranslation('keyFile');
  const { api } = useServices();
  const [tag, setTag] = useState('');
  const bind = useSending();
  const print = useSending();
  const field = keyFieldsRefused(bind.refusal)['tag'];
  return (
    <section className={records.section} aria-label={t('tag')}>
      <h3 className={records.subtitle}>{t('tag')}</h3>
      <dl className={styles.facts}>
        <dt>{t('printedCode')}</dt>
        <dd>{inFours(row.tag)}</dd>
        {row.rfid === null ? null : (
          <>
            <dt>{t('rfid')}</dt>
            <dd>{row.rfid}</dd>
          </>
        )}
      </dl>
      <form
        className={styles.row}
        aria-label={t('bind')}
        onSubmit={(event) => {
          event.preventDefault();
          if (tag.trim() === '') return;
          bind.send(async () => {
            await api.keys.bindTag({ commandId: uuidV7(), key: row.id, tag });
            setTag('');
            await onDone('boundDone');
          });
        }}
      >
        <TagField
          className={styles.grow}
          label={t('newTag')}
          placeholder={t('bindHint')}
          value={tag}
          error={field ? t(field, { code: namedIn(bind.refusal) }) : undefined}
          onTag={setTag}
        />
        <Button type="submit" variant="default" loading={bind.busy}>
          {t('bind')}
        </Button>
        <Button
          variant="default"
          loading={print.busy}
          onClick={() =>
            print.send(async () => {
              await api.keys.printTag({ commandId: uuidV7(), key: row.id });
              await onDone('printedDone');
            })
          }
        >
          {t('printTag')}
        </Button>
      </form>
      {field === undefined && bind.refusal !== null ? <Refused error={bind.refusal} /> : null}
      {print.refusal === null ? null : <Refused error={print.refusal} />}
    </section>
  );
}

function Retire({ row, onDone }: ToolProps) {
  const { t } = useTranslation('keyFile');
  const { api } = useServices();
  const [why, setWhy] = useState<(typeof RETIRED_BECAUSE)[number]>(
    row.kind === 'deposited' ? 'handedBack' : 'lockChanged',
  );
  const [note, setNote] = useState('');
  const { refusal, busy, send } = useSending();
  return (
    <section className={records.section} aria-label={t('retire')}>
      <h3 className={records.subtitle}>{t('retire')}</h3>
      <p className={records.hint}>{t('retireHint')}</p>
      <div className={styles.row}>
        <NativeSelect
          label={t('why')}
          value={why}
          data={RETIRED_BECAUSE.map((value) => ({ value, label: t(`why.${value}`) }))}
          onChange={(event) =>
            setWhy(RETIRED_BECAUSE.find((each) => each === event.currentTarget.value) ?? 'other')
          }
        />
        <TextInput
          className={styles.grow}
          label={t('note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={busy}
          onClick={() =>
            send(async () => {
              await api.keys.retireKey({ commandId: uuidV7(), key: row.id, why, note: note || null });
              await onDone('retiredDone');
            })
          }
        >
          {t('retire')}
        </Button>
      </div>
      {refusal === null ? null : <Refused error={refusal} />}
    </section>
  );
}

function Reinstate({ row, onDone }: ToolProps) {
  const { t } = useTranslation('keyFile');
  const { api } = useServices();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { refusal, busy, send } = useSending();
  return (
    <form
      className={records.section}
      aria-label={t('reinstate')}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (reason.trim() === '') return;
        send(async () => {
          await api.keys.reinstateKey({ commandId: uuidV7(), key: row.id, reason });
          await onDone('reinstatedDone');
        });
      }}
    >
      <div className={styles.row}>
        <TextInput
          className={styles.grow}
          label={t('reason')}
          value={reason}
          error={asked && reason.trim() === '' ? t('field.needed') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={busy}>
          {t('reinstate')}
        </Button>
      </div>
      {refusal === null ? null : <Refused error={refusal} />}
    </form>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('keyFile');
  const code = error instanceof ORPCError ? String(error.code) : null;
  const told =
    code === 'KEY_AWAY'
      ? t('keyAway')
      : code === 'KEY_TAKEN'
        ? t('tagElsewhere', { code: namedIn(error) })
        : null;
  return <Callout tone="bad" announce title={told ?? <RefusalText error={error} />} />;
}
