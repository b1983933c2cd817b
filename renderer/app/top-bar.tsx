// The top bar: whose desk this is, the one box, and what may be switched at any time.
import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { APPEARANCES } from '../../electron/api/desktop.contract.ts';
import { leaveHand } from '../ui/hand.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { useAppearance } from './appearance.ts';
import { FindBox } from './find-box.tsx';
import { HelpButton } from './help/help-button.tsx';
import { LanguageButton } from './language-button.tsx';
import { useProperty } from './property.ts';
import styles from './top-bar.module.css';

export function TopBar(props: { readonly onSwitchStaff: () => void; readonly mayWrite: boolean }) {
  const { t, i18n } = useTranslation('shell');
  const { property } = useProperty();
  const { appearance, choose } = useAppearance();
  const { onSwitchStaff, mayWrite } = props;
  const english = i18n.language === 'en';
  return (
    <header className={styles.bar}>
      <div className={styles.property}>
        <strong>{english ? property.nameEn : property.nameZh}</strong>
        <span>{english ? property.desk.nameEn : property.desk.nameZh}</span>
      </div>
      <FindBox mayWrite={mayWrite} />
      <div className={styles.tools}>
        <HelpButton />
        <LanguageButton />
        <NativeSelect
          size="xs"
          aria-label={t('appearance')}
          className={styles.appearance}
          value={appearance}
          data={APPEARANCES.map((value) => ({ value, label: t(`appearance.${value}`) }))}
          onChange={(event) =>
            choose(APPEARANCES.find((each) => each === event.currentTarget.value) ?? 'system')
          }
        />
        <Button
          variant="default"
          size="xs"
          onMouseDown={leaveHand}
          onClick={onSwitchStaff}
          rightSection={<KeyHint keys="Ctrl+L" />}
        >
          {t('switchStaff')}
        </Button>
      </div>
    </header>
  );
}
