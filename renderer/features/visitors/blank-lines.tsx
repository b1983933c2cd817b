// Blank lines of the visitors' register, numbered, to be written on while the desk is without power.
import { useTranslation } from 'react-i18next';
import styles from './blank-lines.module.css';

/** What fits on an A4 with room for a hand. */
const LINES_A_PAGE = 11;

/** `kit` begins every line's number: `1122-0850-01`. */
export function BlankLines({ pages, kit }: { readonly pages: number; readonly kit: string }) {
  const { t } = useTranslation('paper');
  return Array.from({ length: pages }, (_, page) => (
    <section key={page} className={styles.page}>
      <h2 className={styles.head}>
        <span>{t('blankTitle')}</span>
        <span className={styles.fill}>{t('date')}</span>
        <span className={styles.fill}>{t('onDuty')}</span>
      </h2>
      <ol className={styles.lines}>
        {Array.from({ length: LINES_A_PAGE }, (__, line) => (
          <BlankLine key={line} number={lineNumber(kit, page * LINES_A_PAGE + line + 1)} />
        ))}
      </ol>
    </section>
  ));
}

const BOXES = ['name', 'document', 'phone', 'arrived', 'company', 'host', 'purpose', 'left'] as const;

function BlankLine({ number }: { readonly number: string }) {
  const { t } = useTranslation('paper');
  return (
    <li className={styles.line}>
      <span className={styles.number}>
        <small>{t('line')}</small>
        <strong>{number}</strong>
        <span className={styles.tick}>{t('needsHelp')}</span>
        <span className={styles.tick}>{t('entered')}</span>
      </span>
      {BOXES.map((box) => (
        <span key={box} className={styles.box}>
          {t(box)}
        </span>
      ))}
    </li>
  );
}

function lineNumber(kit: string, line: number): string {
  return `${kit}-${String(line).padStart(2, '0')}`;
}
