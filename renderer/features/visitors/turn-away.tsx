// The quiet third way on from a form 不予放行: it asks why, and goes back when it is pressed again.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';

/** `front` is false for a form that lies behind: its key sleeps. */
export function TurnAway(props: {
  readonly denying: boolean;
  readonly front: boolean;
  readonly onPress: () => void;
}) {
  const { t } = useTranslation('visitors');
  const { denying, front, onPress } = props;
  useShortcuts({ 'Alt+KeyB': onPress }, front);
  return (
    <Button
      variant="subtle"
      color="gray"
      px={6}
      size={denying ? 'sm' : 'compact-sm'}
      flex="0 0 auto"
      onClick={onPress}
      rightSection={<KeyHint keys="Alt+B" />}
    >
      {t(denying ? 'denyNot' : 'deny')}
    </Button>
  );
}
