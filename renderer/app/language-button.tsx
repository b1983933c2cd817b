// Switches between Chinese and English at once; named in the language it switches to.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { leaveHand } from '../ui/hand.ts';
import { chooseLanguage } from './i18n.ts';

export function LanguageButton({
  className,
  onChosen,
}: {
  readonly className?: string | undefined;
  readonly onChosen?: () => void;
}) {
  const { t, i18n } = useTranslation('shell');
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      className={className ?? ''}
      variant="subtle"
      size="compact-md"
      lang={other}
      onMouseDown={leaveHand}
      onClick={() => {
        chooseLanguage(i18n, other);
        onChosen?.();
      }}
    >
      {t('switchLanguage')}
    </Button>
  );
}
