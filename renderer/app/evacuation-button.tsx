// The evacuation list's button for screens without a rail: nobody has to be signed in to open it.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../ui/key-hint.tsx';
import { useEvacuation } from './evacuation.ts';

export function EvacuationButton({ className }: { readonly className?: string | undefined }) {
  const { t } = useTranslation('evacuation');
  return (
    <Button
      className={className ?? ''}
      variant="default"
      size="compact-md"
      onClick={useEvacuation()}
      rightSection={<KeyHint keys="Ctrl+Shift+E" />}
    >
      {t('title')}
    </Button>
  );
}
