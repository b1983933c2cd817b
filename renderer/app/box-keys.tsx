// The help that F1 opens in the box: its keys, the desk's keys, and what can be typed.
import { useTranslation } from 'react-i18next';
import styles from './box.module.css';

const KEYS = [
  ['F1', 'box'],
  ['Shift+F1', 'manual'],
  ['↑ ↓', 'choose'],
  ['Enter', 'open'],
  ['Esc', 'back'],
  ['Alt+N', 'new'],
  ['Alt+L', 'carryOver'],
  ['Alt+T', 'before'],
  ['Alt+B', 'turnAway'],
  ['Alt+O', 'checkOut'],
  ['Alt+A', 'arrive'],
  ['Alt+R', 'return'],
  ['Alt+Z', 'undo'],
  ['F2 – F12', 'registers'],
  ['Ctrl+L', 'staff'],
  ['Ctrl+Shift+E', 'evacuation'],
] as const;

/** The box describes itself by it (`aria-describedby`), so that it is read out as it opens. */
export function BoxKeys({ id }: { readonly id: string }) {
  const { t } = useTranslation('box');
  return (
    <section id={id} aria-label={t('keys')} className={styles.keys}>
      <p>{t('keys.type')}</p>
      <dl>
        {KEYS.map(([key, deed]) => (
          <div key={deed}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${deed}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
