// Before the window goes to another property: what that means, what is lost, and the way back.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useServices } from '../services.ts';
import styles from './training.module.css';

export interface Way {
  readonly label: string;
  readonly go: () => Promise<void>;
}

/** The first way has the focus. Esc and Cancel change nothing. */
export function TrainingDialog(props: {
  readonly title: string;
  readonly ways: readonly Way[];
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation(['training', 'shell']);
  const { unfinished } = useServices();
  const [forms] = useState(() => unfinished.count());
  const [going, setGoing] = useState(false);
  const { title, ways, onClose, children } = props;

  function go(way: Way): void {
    setGoing(true);
    // Main refuses only windows that are not ours; then there is nothing to show and the buttons come back.
    way
      .go()
      .then(onClose)
      .catch(() => {})
      .finally(() => setGoing(false));
  }

  return (
    <Dialog title={title} close={t('shell:close')} onClose={onClose}>
      <div className={styles.dialog}>
        {children}
        {forms > 0 ? <Callout tone="warn" title={t('unfinished', { forms })} /> : null}
        <div className={styles.buttons}>
          {ways.map((way, nth) => (
            <Button
              key={way.label}
              variant={nth === 0 ? 'filled' : 'default'}
              data-autofocus={nth === 0 || undefined}
              loading={going}
              onClick={() => go(way)}
            >
              {way.label}
            </Button>
          ))}
          <Button variant="default" onClick={onClose}>
            {t('shell:cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
