// The key of the property is missing: open with the recovery key, or go on without it.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RescueAnswer } from '../../electron/api/desktop.contract.ts';
import { Callout } from '../ui/callout.tsx';
import styles from './rescue.module.css';
import { useServices } from './services.ts';
import { TypedWord } from './typed-word.tsx';

export function RescueKey() {
  const [leaving, setLeaving] = useState(false);
  return (
    <>
      <OpenWithSheet />
      <GoOn open={leaving} onOpen={setLeaving} />
    </>
  );
}

function OpenWithSheet() {
  const { t } = useTranslation('rescue');
  const { desktop } = useServices();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<RescueAnswer | 'nothing' | null>(null);

  function submit(): void {
    if (busy) return;
    if (typed.trim() === '') return setAnswer('nothing');
    setBusy(true);
    setAnswer(null);
    desktop
      .rescue({ act: 'recover', typed })
      .then(setAnswer, () => setAnswer({ outcome: 'failed', reference: '–' }))
      .finally(() => setBusy(false));
  }

  function wrong(): string | undefined {
    if (answer === 'nothing') return t('typedNothing');
    if (answer?.outcome !== 'notRecovered') return undefined;
    return t(`recovery.${answer.problem}`, { group: answer.group });
  }

  const failed = answer !== null && answer !== 'nothing' && answer.outcome === 'failed' ? answer : null;
  return (
    <section className={styles.part}>
      <h2 className={styles.title}>{t('openWithSheet')}</h2>
      <p className={styles.text}>{t('openWithSheetHint')}</p>
      <form
        className={styles.form}
        aria-label={t('openWithSheet')}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextInput
          autoComplete="off"
          spellCheck={false}
          label={t('recoveryKey')}
          classNames={{ input: styles.key ?? '' }}
          maxLength={200}
          value={typed}
          error={wrong()}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAnswer(null);
          }}
        />
        {failed ? <Callout tone="bad" announce title={t('failed', { reference: failed.reference })} /> : null}
        <div className={styles.buttons}>
          <Button type="submit" loading={busy}>
            {t('open')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function GoOn({ open, onOpen }: { readonly open: boolean; readonly onOpen: (open: boolean) => void }) {
  const { t } = useTranslation('rescue');
  const { desktop } = useServices();
  const [busy, setBusy] = useState(false);
  return (
    <section className={styles.part}>
      <h2 className={styles.title}>{t('goOn')}</h2>
      <p className={styles.text}>{t('goOnWhat')}</p>
      {open ? (
        <>
          <ul className={styles.list}>
            <li>{t('goOnLocked')}</li>
            <li>{t('goOnPins')}</li>
            <li>{t('goOnLater')}</li>
            <li>{t('goOnKept')}</li>
          </ul>
          <TypedWord
            word={t('goOnWord')}
            label={t('goOn')}
            busy={busy}
            onBack={() => onOpen(false)}
            onConfirmed={() => {
              setBusy(true);
              // Main refuses only windows that are not ours; the status of the backend says what came of it.
              desktop
                .rescue({ act: 'goOnLocked' })
                .catch(() => {})
                .finally(() => setBusy(false));
            }}
          />
        </>
      ) : (
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => onOpen(true)}>
            {t('goOn')}…
          </Button>
        </div>
      )}
    </section>
  );
}
