// Where the quiet line stands: one strip above the status bar, read out by screen readers.
import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../ui/key-hint.tsx';
import { useShortcuts } from '../ui/keyboard.ts';
import { useNotices } from '../ui/notice.tsx';
import styles from './notice-line.module.css';

export function NoticeLine({ active }: { readonly active: boolean }) {
  const { t } = useTranslation('shell');
  const { current, clear } = useNotices();
  const action = current?.action;

  function act(): void {
    if (!action) return;
    clear();
    action.run();
  }

  useShortcuts({ 'Alt+KeyZ': act }, active && action !== undefined);
  return (
    <div className={styles.line} data-tone={current?.tone} hidden={!current}>
      <div role="status" aria-label={t('messages')} className={styles.text}>
        {current?.body}
      </div>
      {action ? (
        <Button size="compact-sm" variant="default" onClick={act} rightSection={<KeyHint keys="Alt+Z" />}>
          {action.label}
        </Button>
      ) : null}
      <CloseButton size="sm" aria-label={t('close')} onClick={clear} />
    </div>
  );
}
