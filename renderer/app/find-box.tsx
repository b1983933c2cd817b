// The one box 查找/扫码: a pass code is acted on, anything else narrows the list of visitors.
import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useVisitorsDesk } from '../features/visitors/visitors-desk.tsx';
import { Icon } from '../ui/icon.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { isComposing } from '../ui/keyboard.ts';
import styles from './find-box.module.css';

export const BOX_ID = 'find-or-scan';

const CODE = /^\d{4} ?\d{4} ?\d{4} ?\d{4}$/;

export function FindBox() {
  const { t } = useTranslation('shell');
  const { place, move, scan } = useVisitorsDesk();
  const [, navigate] = useLocation();

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    if (isComposing(event)) return;
    if (event.key === 'Escape') move({ do: 'find', text: '' });
    else if (event.key === 'ArrowDown') document.getElementById('visits')?.focus();
    else if (event.key === 'Enter') enter();
    else return;
    event.preventDefault();
  }

  function enter(): void {
    if (!CODE.test(place.text.trim())) {
      document.getElementById('visits')?.focus();
      return;
    }
    const code = place.text;
    move({ do: 'find', text: '' });
    scan(code);
  }

  return (
    <TextInput
      id={BOX_ID}
      className={styles.box}
      aria-label={t('box')}
      placeholder={`${t('box')}　${t('boxHint')}`}
      value={place.text}
      autoComplete="off"
      leftSection={<Icon name="search" />}
      rightSection={<KeyHint keys="F1" />}
      rightSectionWidth={44}
      onKeyDown={press}
      onChange={(event) => {
        navigate('/visitors');
        move({ do: 'find', text: event.currentTarget.value });
      }}
    />
  );
}
