// The side rail: one link a register, and below them the sheets.
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Icon } from '../ui/icon.tsx';
import { RailSheets } from './rail-sheets.tsx';
import { REGISTERS } from './registers.ts';
import type { RegisterName } from './registers.ts';
import styles from './side-rail.module.css';

export function SideRail(props: {
  readonly current: RegisterName;
  /** Number of whoever works here; null while nobody does. */
  readonly by: string | null;
}) {
  const { t } = useTranslation('shell');
  return (
    <div className={styles.rail}>
      <nav className={styles.registers} aria-label={t('registers')}>
        {REGISTERS.map(({ name, key, icon }) => (
          <Link
            key={name}
            href={`/${name}`}
            className={styles.link ?? ''}
            aria-current={name === props.current ? 'page' : undefined}
          >
            <Icon name={icon} size={20} />
            <span className={styles.name}>{t(`rail.${name}`)}</span>
            <kbd className={styles.key} aria-hidden="true">
              {key}
            </kbd>
          </Link>
        ))}
      </nav>
      <RailSheets by={props.by} />
    </div>
  );
}
