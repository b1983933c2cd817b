// The keys register 钥匙借用: its lists, and the panel beside them.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { LendButtons } from '../../app/lending/lend-buttons.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useRestingFocus } from '../../ui/resting-focus.ts';
import page from '../../ui/register-page.module.css';
import { CabinetMap } from './cabinet-map.tsx';
import { KeyWork } from './key-work.tsx';
import { useKeysDesk } from './keys-desk.tsx';
import { KeysLists } from './keys-lists.tsx';
import styles from './keys-page.module.css';
import { KeysParts } from './keys-parts.tsx';
import type { KeysPart } from './keys-parts.tsx';
import { LIST_ID } from './loans-list.tsx';
import type { MayDo } from './may-do.ts';
import { Stocktakes } from './stocktakes.tsx';

/** `active` is false while another page or the sign-in lies over this one: then its keys sleep. */
export function KeysPage(props: {
  readonly active: boolean;
  readonly may: MayDo;
  /** Number of whoever works here, for what is printed. */
  readonly by: string;
}) {
  const { t } = useTranslation('keys');
  const { active, may, by } = props;
  const { place, open } = useKeysDesk();
  const [shown, setShown] = useState<KeysPart>('loans');

  useHelpPage('key-cabinet', active && shown !== 'loans');
  useRestingFocus(active && place.front === null, LIST_ID);

  useShortcuts({ 'Alt+KeyN': () => open('lend'), 'Alt+KeyR': () => open('return') }, active && may.write);

  return (
    <div className={page.page}>
      <section className={page.register} aria-label={t('title')}>
        <header className={styles.head}>
          <h1 className={page.title}>{t('title')}</h1>
          <KeysParts shown={shown} onShow={setShown} />
          <div className={page.actions}>
            <LendButtons
              words={{ return: t('return'), lend: t('lend') }}
              mayWrite={may.write}
              onReturn={() => open('return')}
              onLend={() => open('lend')}
            />
          </div>
        </header>
        {shown === 'cabinet' ? <CabinetMap active={active} by={by} /> : null}
        {shown === 'stocktake' ? <Stocktakes active={active} mayWrite={may.write} by={by} /> : null}
        {shown === 'loans' ? <KeysLists active={active} by={by} /> : null}
      </section>
      <KeyWork active={active} may={may} />
    </div>
  );
}
