// The end of a stocktake: every difference made good on the spot, or carried on with a reason.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StocktakeDetail } from '../../../electron/api/key-stocktake.contract.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { useFormSending } from '../../ui/form-sending.ts';
import { useNotices } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { DoneLine } from './done-line.tsx';
import { useKeyActions } from './key-actions.tsx';
import { useKeysDesk } from './keys-desk.tsx';
import { KeyStateTag } from './state-tags.tsx';
import { StocktakeRefusal } from './stocktake-refusal.tsx';
import styles from './stocktake.module.css';
import { useKeysRead } from './use-keys-read.ts';

/** Stands for all that nobody has counted: no record has this id. */
const UNCOUNTED = -1;

type Line = StocktakeDetail['lines'][number];

export function StocktakeFinish(props: {
  readonly stocktake: StocktakeDetail;
  readonly open: readonly Line[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('keys');
  const { stocktake, open, onDone } = props;
  const { api } = useServices();
  const notices = useNotices();
  const read = useKeysRead();
  const [commandId] = useState(uuidV7);
  const [reasons, setReasons] = useState<ReadonlyMap<number, string>>(new Map());
  // What nobody has looked for has one reason for all of it; what was looked for has its own.
  const uncounted = open.filter(({ counted }) => counted === null);
  const looked = open.filter(({ counted }) => counted !== null);
  const reasonOf = (key: number): string => reasons.get(key) ?? '';
  const asked = [...looked.map(({ key }) => key), ...(uncounted.length > 0 ? [UNCOUNTED] : [])];
  const sending = useFormSending<'field.reason'>({
    check: () =>
      Object.fromEntries(
        asked.flatMap((key) =>
          reasonOf(key).trim() === '' ? [[`reason-${key}`, 'field.reason' as const]] : [],
        ),
      ),
    fieldsOf: () => ({}),
    async send() {
      const carried = open.map(({ key, counted }) => ({
        key,
        reason: reasonOf(counted === null ? UNCOUNTED : key),
      }));
      await api.keys.finishStocktake({ commandId, stocktake: stocktake.id, carried });
      await read();
      notices.show({ tone: 'good', body: <DoneLine did="finishedDone" keyName={stocktake.desk} /> });
      onDone();
    },
  });
  const { box, busy, wrong, refusal, mend, confirm } = sending;

  function reasonField(key: number, label: string): ReactNode {
    const message = wrong[`reason-${key}`];
    return (
      <TextInput
        aria-label={label}
        placeholder={label}
        data-field={`reason-${key}`}
        autoComplete="off"
        value={reasonOf(key)}
        error={message && t(message)}
        onChange={(event) => {
          mend(`reason-${key}`);
          setReasons(new Map(reasons).set(key, event.currentTarget.value));
        }}
      />
    );
  }

  return (
    <form
      ref={box}
      className={styles.finish}
      aria-label={t('finishStocktake')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <p className={styles.hint}>{t('finishHint')}</p>
      {open.length === 0 ? <Callout tone="good" title={t('noDifferences')} /> : null}
      {looked.map((line) => (
        <div key={line.key} className={styles.difference}>
          <span className={styles.inRow}>
            <Tag tone="bad">{line.finding === null ? '' : t(`finding.${line.finding}`)}</Tag>
            <strong>
              {line.code} {line.name}
            </strong>
            <KeyStateTag state={line.state} />
            <MakeGood line={line} />
          </span>
          {reasonField(line.key, t('carriedReason', { key: line.code }))}
        </div>
      ))}
      {uncounted.length === 0 ? null : (
        <div className={styles.difference}>
          <span className={styles.inRow}>
            <Tag tone="warn">{t('uncounted')}</Tag>
            <strong>{t('uncountedKeys', { count: uncounted.length })}</strong>
          </span>
          {reasonField(UNCOUNTED, t('uncountedReason'))}
        </div>
      )}
      {refusal === null ? null : <Callout tone="bad" announce title={<StocktakeRefusal error={refusal} />} />}
      <Button type="submit" w="fit-content" loading={busy}>
        {t('finishStocktake')}
      </Button>
    </form>
  );
}

/** What is not on its hook is reported lost, what hangs there is hung up by the book too: no difference any more. */
function MakeGood({ line }: { readonly line: Line }) {
  const { t } = useTranslation('keys');
  const { api } = useServices();
  const read = useKeysRead();
  const { announceLost } = useKeyActions(useKeysDesk().move);
  const [refusal, setRefusal] = useState<unknown>(null);
  const missing = line.finding === 'missing';
  async function lose(ofKey: { readonly commandId: string; readonly key: number }): Promise<void> {
    const lost = await api.keys.loseKey({ ...ofKey, note: t('stocktakes') });
    announceLost({ case: lost.case, keyName: line.name ?? line.code });
  }
  function act(): void {
    const ofKey = { commandId: uuidV7(), key: line.key };
    const work = missing ? lose(ofKey) : api.keys.hangUp(ofKey);
    work.then(read).catch(setRefusal);
  }
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={act}>
        {t(missing ? 'lose' : 'hangUp')}
      </Button>
      {refusal === null ? null : <StocktakeRefusal error={refusal} />}
    </>
  );
}
