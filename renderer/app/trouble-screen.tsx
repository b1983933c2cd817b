// The whole window when the backend cannot run, or nothing is set up: what happened, what was kept, what to do.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackendStatus, DesktopState } from '../../electron/api/desktop.contract.ts';
import { LanguageButton } from './language-button.tsx';
import { useServices } from './services.ts';
import styles from './screen.module.css';

type Trouble = Extract<BackendStatus, { state: 'gaveUp' | 'refused' }>;

export function TroubleScreen({
  trouble,
  desktop,
}: {
  readonly trouble: Trouble;
  readonly desktop: DesktopState;
}) {
  const { t } = useTranslation('trouble');
  const services = useServices();
  const about = trouble.state === 'gaveUp' ? ('gaveUp' as const) : (`refused.${trouble.code}` as const);
  return (
    <main className={styles.screen}>
      <section className={`${styles.card} ${styles.wide}`} role="alert">
        <h1 className={styles.title}>{t(`${about}.title`)}</h1>
        <p className={styles.text}>{t(`${about}.kept`)}</p>
        <p className={styles.text}>{t(`${about}.todo`)}</p>
        <div className={styles.buttons}>
          <OnceButton label={t('retry')} act={() => services.desktop.retryBackend()} primary />
          {desktop.property === 'sample' ? null : (
            <OnceButton label={t('openSample')} act={() => services.desktop.openSample()} />
          )}
        </div>
        {trouble.state === 'refused' ? (
          <p className={styles.hint}>{t('logNumber', { reference: trouble.reference })}</p>
        ) : null}
      </section>
      <LanguageButton className={styles.top} />
    </main>
  );
}

/** The first screen of a machine on which nothing is set up. */
export function NotSetUp() {
  const { t } = useTranslation(['trouble', 'shell']);
  const { desktop } = useServices();
  return (
    <main className={styles.screen}>
      <section className={`${styles.card} ${styles.wide}`}>
        <p className={styles.brand}>{t('shell:product')}</p>
        <h1 className={styles.title}>{t('notSetUp.title')}</h1>
        <p className={styles.text}>{t('notSetUp.text')}</p>
        <div className={styles.buttons}>
          <OnceButton label={t('openSample')} act={() => desktop.openSample()} primary />
        </div>
      </section>
      <LanguageButton className={styles.top} />
    </main>
  );
}

/** Main answers when it has begun; a second press before that would do it twice. */
function OnceButton(props: {
  readonly label: string;
  readonly act: () => Promise<void>;
  readonly primary?: boolean;
}) {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      variant={props.primary ? 'filled' : 'default'}
      loading={busy}
      onClick={() => {
        setBusy(true);
        // Main refuses only windows that are not ours; then there is nothing to show and the button comes back.
        props
          .act()
          .catch(() => {})
          .finally(() => setBusy(false));
      }}
    >
      {props.label}
    </Button>
  );
}
