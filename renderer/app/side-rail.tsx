// The side rail: one link and one key a register, and below them the sheets.
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Icon } from '../ui/icon.tsx';
import { useShortcuts } from '../ui/keyboard.ts';
import { useNotices } from '../ui/notice.tsx';
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
  const { current, by } = props;
  const { turnPage } = useNotices();
  const [, navigate] = useLocation();

  function leave(name: RegisterName): void {
    if (name !== current) turnPage();
  }

  useShortcuts(
    Object.fromEntries(
      REGISTERS.map(({ name, key }) => [
        key,
        () => {
          leave(name);
          navigate(`/${name}`);
        },
      ]),
    ),
    by !== null,
  );
  return (
    <div className={styles.rail}>
      <nav className={styles.registers} aria-label={t('registers')}>
        {REGISTERS.map(({ name, key, icon }) => (
          <Link
            key={name}
            href={`/${name}`}
            className={styles.link ?? ''}
            onClick={() => leave(name)}
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
      <RailSheets by={by} />
    </div>
  );
}
