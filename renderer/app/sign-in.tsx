// Signing in with staff number and PIN, or by badge; over whatever is open below, which stays as it is.
import { Button, TextInput } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useEffect, useId, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { badgeErrors, badgeUid, signInErrors } from '../../electron/api/people.contract.ts';
import type { SignedIn } from '../../electron/api/people.contract.ts';
import { Callout } from '../ui/callout.tsx';
import { useShortcuts } from '../ui/keyboard.ts';
import { useNotices } from '../ui/notice.tsx';
import { useScanListener } from '../ui/scan-listener.ts';
import { EvacuationButton } from './evacuation-button.tsx';
import { HelpButton } from './help/help-button.tsx';
import { useHelpPage } from './help/help-place.tsx';
import { useProperty } from './property.ts';
import { RefusalText } from './refusal.tsx';
import { useServices } from './services.ts';
import { TrainingDoor } from './training/training-door.tsx';
import styles from './screen.module.css';

/** The desk below is open still: the way back to it, until a try is refused or somebody locks it. */
export interface WayBack {
  cancel(): void;
  refused(): void;
  lock(): void;
}

/** `again` is the number of whoever acted before, for whom only the PIN is missing. */
export function SignIn(props: {
  readonly again: string;
  readonly onDone: () => void;
  readonly back: WayBack | null;
}) {
  const { t, i18n } = useTranslation(['people', 'shell']);
  const { again, onDone, back } = props;
  const { staff } = useServices();
  const notices = useNotices();
  const { property } = useProperty();
  const titleId = useId();
  useHelpPage('people');
  const [number, setNumber] = useState(again);
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState<{ field: 'number' | 'pin' } | { error: unknown } | null>(null);
  const [busy, setBusy] = useState(false);
  const numberField = useRef<HTMLInputElement>(null);
  const pinField = useRef<HTMLInputElement>(null);

  const form = useRef<HTMLFormElement>(null);
  // Also when the language was switched beside the form, and the hand is still there.
  useEffect(() => {
    if (form.current?.contains(document.activeElement)) return;
    (numberField.current?.value ? pinField : numberField).current?.focus();
  }, [i18n.language]);

  useShortcuts({ Escape: () => back?.cancel() }, back !== null);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (busy) return;
    const field = number.trim() === '' ? 'number' : /^\d{4,12}$/.test(pin) ? null : 'pin';
    if (field) {
      setWrong({ field });
      (field === 'number' ? numberField : pinField).current?.focus();
      return;
    }
    begin(() => staff.signIn(number, pin));
  }

  // Also while a PIN is being checked: the badge is the later word.
  useScanListener(
    (badge) => begin(() => staff.signInByBadge(badge)),
    true,
    (text) => badgeUid.safeParse(text).success,
  );

  function begin(attempt: () => Promise<SignedIn['standsIn']>): void {
    setBusy(true);
    setWrong(null);
    attempt()
      .then((standsIn) => {
        if (standsIn) notices.show({ tone: 'warn', body: <StandInLine {...standsIn} /> });
        onDone();
      })
      .catch((error: unknown) => {
        setWrong({ error });
        // Whoever does not know the PIN does not get the desk back either.
        back?.refused();
        setPin('');
        (number.trim() === '' ? numberField : pinField).current?.focus();
      })
      .finally(() => setBusy(false));
  }

  const refusal = wrong && 'error' in wrong ? wrong.error : null;
  const besidePin =
    wrong && 'field' in wrong ? (wrong.field === 'pin' ? t('pinShape') : undefined) : pinMessage();

  function pinMessage(): string | undefined {
    if (!(refusal instanceof ORPCError)) return undefined;
    if (refusal.code === 'SIGN_IN_REFUSED') return t('refused');
    if (refusal.code === 'SAMPLE_PIN') return t('samplePin');
    const wait = signInErrors.SIGN_IN_WAIT.data.safeParse(refusal.data);
    return refusal.code === 'SIGN_IN_WAIT' && wait.success
      ? t('wait', { seconds: Math.ceil(wait.data.waitMs / 1000) })
      : undefined;
  }

  function badgeMessage(): string | null {
    if (!(refusal instanceof ORPCError)) return null;
    if (refusal.code === 'BADGE_UNKNOWN') return t('badgeUnknown');
    const wait = badgeErrors.BADGE_WAIT.data.safeParse(refusal.data);
    return refusal.code === 'BADGE_WAIT' && wait.success
      ? t('badgeWait', { seconds: Math.ceil(wait.data.waitMs / 1000) })
      : null;
  }

  return (
    <div className={styles.screen}>
      <form ref={form} className={styles.card} aria-labelledby={titleId} noValidate onSubmit={submit}>
        <p className={styles.brand}>{i18n.language === 'en' ? property.nameEn : property.nameZh}</p>
        <h1 id={titleId} className={styles.title}>
          {t('welcome')}
        </h1>
        <p className={styles.text}>{t('signInHint')}</p>
        <TextInput
          ref={numberField}
          label={t('number')}
          value={number}
          autoComplete="off"
          inputMode="numeric"
          error={wrong && 'field' in wrong && wrong.field === 'number' ? t('numberNeeded') : undefined}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          ref={pinField}
          label={t('pin')}
          type="password"
          value={pin}
          autoComplete="off"
          inputMode="numeric"
          error={besidePin}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        {refusal !== null && besidePin === undefined ? (
          <Callout tone="bad" announce title={badgeMessage() ?? <RefusalText error={refusal} />} />
        ) : null}
        <div className={styles.buttons}>
          <Button type="submit" loading={busy}>
            {t('signIn')}
          </Button>
          {back ? (
            <>
              <Button variant="default" onClick={back.cancel}>
                {t('shell:cancel')}
              </Button>
              <Button variant="default" onClick={back.lock}>
                {t('lock')}
              </Button>
            </>
          ) : null}
          <span className={styles.aside}>
            <TrainingDoor subtle />
            <HelpButton takesF1 />
          </span>
        </div>
        {property.sample ? <p className={styles.hint}>{t('sampleHint')}</p> : null}
      </form>
      <EvacuationButton className={styles.bottom} />
    </div>
  );
}

function StandInLine({ homeDesk }: { readonly homeDesk: string }) {
  const { t } = useTranslation('people');
  return t('standsIn', { desk: homeDesk });
}
