// A register that is not built yet says so, and what it will do.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Icon } from '../ui/icon.tsx';
import styles from './coming-soon.module.css';
import { HOME, REGISTERS } from './registers.ts';
import type { UnbuiltName } from './registers.ts';

export function ComingSoon({ register }: { readonly register: UnbuiltName }) {
  const { t } = useTranslation('shell');
  const [, navigate] = useLocation();
  const icon = REGISTERS.find(({ name }) => name === register)?.icon ?? 'book';
  return (
    <section className={styles.page}>
      <span className={styles.icon}>
        <Icon name={icon} size={44} />
      </span>
      <h1 className={styles.title}>{t(`rail.${register}`)}</h1>
      <p className={styles.state}>{t('notBuilt')}</p>
      <p className={styles.text}>{t(`coming.${register}`)}</p>
      <Button variant="default" onClick={() => navigate(`/${HOME}`)}>
        {t('back')}
      </Button>
    </section>
  );
}
