// The whole window when the backend cannot run: what happened, what was kept, what to do.
import { useTranslation } from 'react-i18next';
import type { BackendStatus, DesktopState } from '../../electron/api/desktop.contract.ts';
import { HelpButton } from './help/help-button.tsx';
import { useHelpPage } from './help/help-place.tsx';
import { LanguageButton } from './language-button.tsx';
import { OnceButton } from './once-button.tsx';
import { RescueDamage } from './rescue-damage.tsx';
import { RescueKey } from './rescue-key.tsx';
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
  useHelpPage('trouble');
  const about = trouble.state === 'gaveUp' ? ('gaveUp' as const) : (`refused.${trouble.code}` as const);
  return (
    <main className={styles.screen}>
      <section className={`${styles.card} ${styles.wide}`}>
        <div role="alert" className={styles.told}>
          <h1 className={styles.title}>{t(`${about}.title`)}</h1>
          <p className={styles.text}>{t(`${about}.kept`)}</p>
          <p className={styles.text}>{t(`${about}.todo`)}</p>
        </div>
        <div className={styles.buttons}>
          <OnceButton label={t('retry')} act={() => services.desktop.retryBackend()} primary />
          {desktop.property === 'desk' ? (
            <OnceButton label={t('openSample')} act={() => services.desktop.openSample()} />
          ) : null}
        </div>
        {trouble.state === 'refused' && trouble.code === 'KEY_MISSING' ? <RescueKey /> : null}
        {trouble.state === 'refused' && trouble.code === 'DATABASE_DAMAGED' ? <RescueDamage /> : null}
        {trouble.state === 'refused' ? (
          <p className={styles.hint}>{t('logNumber', { reference: trouble.reference })}</p>
        ) : null}
      </section>
      <div className={styles.top}>
        <HelpButton takesF1 />
        <LanguageButton />
      </div>
    </main>
  );
}
