// The first start: nothing is set up here yet. Try the sample property, or set up this desk.
import { useTranslation } from 'react-i18next';
import type { BackendStatus } from '../../../electron/api/desktop.contract.ts';
import { HelpButton } from '../../app/help/help-button.tsx';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { LanguageButton } from '../../app/language-button.tsx';
import { LostBanner } from '../../app/lost-banner.tsx';
import { OnceButton } from '../../app/once-button.tsx';
import { useServices } from '../../app/services.ts';
import { TrainingDoor } from '../../app/training/training-door.tsx';
import { SetupForm } from './setup-form.tsx';
import styles from './setup-page.module.css';

/** `onAdmin` gets the number of the admin being set up; the page goes as soon as the property is there. */
export function SetupPage(props: {
  readonly backend: BackendStatus;
  readonly onAdmin: (number: string) => void;
}) {
  const { t } = useTranslation(['setup', 'shell', 'trouble']);
  const { desktop } = useServices();
  useHelpPage('settings');
  return (
    <div className={styles.screen}>
      <LostBanner status={props.backend} />
      <main className={styles.page}>
        <header className={styles.head}>
          <div className={styles.what}>
            <p className={styles.brand}>{t('shell:product')}</p>
            <h1 className={styles.title}>{t('title')}</h1>
            <p className={styles.text}>{t('text')}</p>
          </div>
          <section className={styles.sample} aria-label={t('trouble:openSample')}>
            <div>
              <h2 className={styles.sampleTitle}>{t('sampleTitle')}</h2>
              <p className={styles.sampleText}>{t('sampleText')}</p>
            </div>
            <OnceButton label={t('trouble:openSample')} act={() => desktop.openSample()} />
            <TrainingDoor />
          </section>
          <div className={styles.language}>
            <HelpButton takesF1 />
            <LanguageButton />
          </div>
        </header>
        <SetupForm onAdmin={props.onAdmin} />
      </main>
    </div>
  );
}
