// The side rail: one link a register.
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Icon } from '../ui/icon.tsx';
import { REGISTERS } from './registers.ts';
import type { RegisterName } from './registers.ts';
import styles from './side-rail.module.css';

export function SideRail({ current }: { readonly current: RegisterName }) {
  const { t } = useTranslation('shell');
  return (
    <nav className={styles.rail} aria-label={t('registers')}>
      {REGISTERS.map(({ name, key, icon }) => (
        <Link
          key={name}
          href={`/${name}`}
          className={styles.link ?? ''}
          aria-current={name === current ? 'page' : undefined}
        >
          <Icon name={icon} size={20} />
          <span className={styles.name}>{t(`rail.${name}`)}</span>
          <kbd className={styles.key} aria-hidden="true">
            {key}
          </kbd>
        </Link>
      ))}
    </nav>
  );
}
