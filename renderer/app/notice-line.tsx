// Where the quiet line stands: one strip above the status bar, read out by screen readers.
import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../ui/key-hint.tsx';
import { useShortcuts } from '../ui/keyboard.ts';
import { useNotices } from '../ui/notice.tsx';
import type { NoticeAction } from '../ui/notice.tsx';
import styles from './notice-line.module.css';

export function NoticeLine({ active }: { readonly active: boolean }) {
  const { t } = useTranslation('shell');
  const { current, deed, clear } = useNotices();
  const action = current?.action ?? deed?.action;
  const choices = current?.choices ?? [];

  function act(chosen: NoticeAction): void {
    clear();
    chosen.run();
  }

  useShortcuts(
    {
      ...(action ? { 'Alt+KeyZ': () => act(action) } : {}),
      ...Object.fromEntries(choices.map((choice, at) => [`Alt+Digit${at + 1}`, () => act(choice)])),
    },
    active,
  );
  return (
    <div className={styles.line} data-tone={current?.tone} hidden={!current}>
      <div role="status" aria-label={t('messages')} className={styles.text}>
        {current?.body}
      </div>
      {deed ? (
        <span className={styles.deed}>
          {t('before')}
          {deed.body}
        </span>
      ) : null}
      {choices.map((choice, at) => (
        <Button
          key={at}
          size="compact-sm"
          variant="default"
          onClick={() => act(choice)}
          rightSection={<KeyHint keys={`Alt+${at + 1}`} />}
        >
          {choice.label}
        </Button>
      ))}
      {action ? (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => act(action)}
          rightSection={<KeyHint keys="Alt+Z" />}
        >
          {action.label}
        </Button>
      ) : null}
      <CloseButton size="sm" aria-label={t('close')} onClick={clear} />
    </div>
  );
}
