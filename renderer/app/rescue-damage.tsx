// The data file is damaged: what mending would build on and bring, and mending after a typed word.
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RescueAnswer } from '../../electron/api/desktop.contract.ts';
import { Callout } from '../ui/callout.tsx';
import { createTimes } from '../ui/times.ts';
import { OnceButton } from './once-button.tsx';
import styles from './rescue.module.css';
import { useServices } from './services.ts';
import { TypedWord } from './typed-word.tsx';

const FAILED = { outcome: 'failed', reference: '–' } as const;

export function RescueDamage() {
  const { t } = useTranslation('rescue');
  const { desktop } = useServices();
  const [found, setFound] = useState<RescueAnswer | null>(null);
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<RescueAnswer | null>(null);
  useEffect(() => {
    let here = true;
    desktop.rescue({ act: 'examine' }).then(
      (answer) => here && setFound(answer),
      () => here && setFound(FAILED),
    );
    return () => {
      here = false;
    };
  }, [desktop]);

  function mend(): void {
    setBusy(true);
    desktop
      .rescue({ act: 'mend' })
      .then(setDone, () => setDone(FAILED))
      .finally(() => setBusy(false));
  }

  if (done?.outcome === 'mended') return <Mended done={done} />;
  return (
    <section className={styles.part}>
      <h2 className={styles.title}>{t('mend')}</h2>
      <p className={styles.text}>{t('mendHow')}</p>
      <div role="status">
        {busy ? <p className={styles.text}>{t('mending')}</p> : <Found found={found} />}
      </div>
      {done?.outcome === 'failed' ? (
        <Callout tone="bad" announce title={t('failed', { reference: done.reference })} />
      ) : null}
      {sure ? (
        <TypedWord
          word={t('mendWord')}
          label={t('mend')}
          busy={busy}
          onBack={() => setSure(false)}
          onConfirmed={mend}
        />
      ) : (
        <div className={styles.buttons}>
          <Button disabled={found?.outcome !== 'examined'} onClick={() => setSure(true)}>
            {t('mend')}…
          </Button>
        </div>
      )}
      <p className={styles.text}>{t('byHand')}</p>
      <code className={styles.command}>{RESTORE}</code>
    </section>
  );
}

/** Typed as it is, in any language. */
const RESTORE = 'npm run foyer -- restore --preview --from BACKUP --data-dir DIR --key-file FILE';

function Found({ found }: { readonly found: RescueAnswer | null }) {
  const { t } = useTranslation('rescue');
  if (found === null) return <p className={styles.text}>{t('looking')}</p>;
  if (found.outcome === 'failed') {
    return <Callout tone="bad" title={t('failed', { reference: found.reference })} />;
  }
  if (found.outcome !== 'examined') return null;
  const { backup, readable, lost } = found;
  const times = createTimes(Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (
    <ul className={styles.list}>
      <li>
        {backup ? t('backupFrom', { time: times.full(backup.madeAt), events: backup.events }) : t('noBackup')}
      </li>
      <li>{t('readable', { count: readable })}</li>
      <li>{lost > 0 ? <strong>{t('lost', { count: lost })}</strong> : t('lostNone')}</li>
      <li>{t('mendNumbers')}</li>
    </ul>
  );
}

function Mended({ done }: { readonly done: Extract<RescueAnswer, { outcome: 'mended' }> }) {
  const { t } = useTranslation('rescue');
  const { desktop } = useServices();
  const { kept, lost, letter } = done;
  return (
    <section className={styles.part}>
      <Callout tone="good" announce title={t('mended')}>
        {letter === '' ? t('mendedNothing') : t('mendedFacts', { kept, lost, letter })}
      </Callout>
      <div className={styles.buttons}>
        <OnceButton label={t('openDesk')} act={() => desktop.retryBackend()} primary />
      </div>
    </section>
  );
}
