// Help 帮助: where nobody is signed in F1 opens the manual, elsewhere F1 is the box's and Shift+F1 the manual's.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { leaveHand } from '../../ui/hand.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useHelp } from './help-place.tsx';

/** `takesF1`: there is no box on this screen that F1 could mean. */
export function HelpButton({ takesF1 = false }: { readonly takesF1?: boolean }) {
  const { t } = useTranslation('help');
  const { open } = useHelp();
  useShortcuts({ F1: open }, takesF1);
  return (
    <Button
      variant="subtle"
      size="compact-md"
      onMouseDown={leaveHand}
      onClick={open}
      rightSection={takesF1 ? <KeyHint keys="F1" /> : null}
      title={takesF1 ? undefined : 'Shift+F1'}
    >
      {t('help')}
    </Button>
  );
}
