// Making a recovery sheet: the PIN once more, the paper, and its last group typed back as proof that it was printed.
import { Button, TextInput } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signInErrors } from '../../electron/api/people.contract.ts';
import type { ActingStaff } from '../../electron/api/people.contract.ts';
import type { RecoverySheet } from '../../electron/api/data.contract.ts';
import type { data } from '../copy/data.ts';
import { Callout } from '../ui/callout.tsx';
import type { FieldErrors } from '../ui/form-sending.ts';
import { useFormSending } from '../ui/form-sending.ts';
import styles from './make-sheet.module.css';
import { RecoveryPaper } from './recovery-paper.tsx';
import { RefusalText } from './refusal.tsx';
import { useServices } from './services.ts';

/** `again`: a sheet is there, and becomes void. `onConfirmed` follows the last group typed back. */
export function MakeSheet(props: {
  readonly staff: ActingStaff;
  readonly again: boolean;
  readonly onConfirmed: () => void;
}) {
  const [sheet, setSheet] = useState<RecoverySheet | null>(null);
  const [shown, setShown] = useState(false);
  return (
    <>
      {sheet === null ? (
        <PinForm
          again={props.again}
          staff={props.staff}
          onMade={(made) => {
            setSheet(made);
            setShown(true);
          }}
        />
      ) : (
        <ConfirmForm
          covered={shown}
          onShow={() => setShown(true)}
          onForget={() => setSheet(null)}
          onConfirmed={() => {
            setSheet(null);
            props.onConfirmed();
          }}
        />
      )}
      {sheet && shown ? (
        <RecoveryPaper
          sheet={sheet}
          by={`${props.staff.number} ${props.staff.name ?? ''}`.trim()}
          onClose={() => setShown(false)}
        />
      ) : null}
    </>
  );
}

type PinMessage =
  | 'field.needed'
  | 'field.pinRefused'
  | 'people:pinShape'
  | 'people:samplePin'
  | 'people:wait';

function PinForm(props: {
  readonly staff: ActingStaff;
  readonly again: boolean;
  readonly onMade: (sheet: RecoverySheet) => void;
}) {
  const { t } = useTranslation(['data', 'people']);
  const { api, calls } = useServices();
  const queries = useQueryClient();
  const [pin, setPin] = useState('');
  const [seconds, setSeconds] = useState(0);
  const { box, busy, wrong, refusal, mend, confirm } = useFormSending<PinMessage>({
    check: () => (/^\d{4,12}$/.test(pin) ? {} : { pin: pin === '' ? 'field.needed' : 'people:pinShape' }),
    fieldsOf(error) {
      const wait = error instanceof ORPCError ? signInErrors.SIGN_IN_WAIT.data.safeParse(error.data) : null;
      if (wait?.success) setSeconds(Math.ceil(wait.data.waitMs / 1000));
      return pinRefused(error);
    },
    async send() {
      const sheet = await api.data.makeSheet({ pin });
      setPin('');
      props.onMade(sheet);
      await queries.invalidateQueries({ queryKey: calls.data.key() });
    },
  });
  const message = wrong['pin'];
  return (
    <form
      ref={box}
      className={styles.form}
      aria-label={t('sheet')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      {props.again ? <p className={styles.hint}>{t('sheetAgain')}</p> : null}
      <div className={styles.line}>
        <TextInput
          type="password"
          inputMode="numeric"
          autoComplete="off"
          label={t('ownPin')}
          description={message === undefined ? t('ownPinHint') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data-field="pin"
          value={pin}
          error={message === undefined ? undefined : t(message, { seconds })}
          onChange={(event) => {
            setPin(event.currentTarget.value);
            mend('pin');
          }}
        />
        <Button type="submit" loading={busy} className={styles.button}>
          {props.again ? t('makeNewSheet') : t('makeSheet')}
        </Button>
      </div>
      {refusal === null ? null : <Callout tone="bad" announce title={<RefusalText error={refusal} />} />}
    </form>
  );
}

const REFUSED: Readonly<Record<string, PinMessage>> = {
  SIGN_IN_REFUSED: 'field.pinRefused',
  SIGN_IN_WAIT: 'people:wait',
  SAMPLE_PIN: 'people:samplePin',
};

function pinRefused(error: unknown): FieldErrors<PinMessage> {
  const message = error instanceof ORPCError ? REFUSED[String(error.code)] : undefined;
  return message === undefined ? {} : { pin: message };
}

type GroupMessage = Extract<keyof typeof data, `field.${string}`>;

/** `covered` while the paper lies over it; then the hand goes to the field. */
function ConfirmForm(props: {
  readonly covered: boolean;
  readonly onShow: () => void;
  readonly onForget: () => void;
  readonly onConfirmed: () => void;
}) {
  const { t } = useTranslation('data');
  const { api, calls } = useServices();
  const queries = useQueryClient();
  const [group, setGroup] = useState('');
  const { box, busy, wrong, refusal, mend, confirm } = useFormSending<GroupMessage>({
    check: () => (group.trim() === '' ? { group: 'field.needed' } : {}),
    fieldsOf: (error) =>
      error instanceof ORPCError && error.code === 'GROUP_WRONG' ? { group: 'field.GROUP_WRONG' } : {},
    async send() {
      await api.data.confirmSheet({ group });
      await queries.invalidateQueries({ queryKey: calls.data.key() });
      props.onConfirmed();
    },
  });
  const { covered } = props;
  useEffect(() => {
    if (!covered) box.current?.querySelector<HTMLElement>('[data-field]')?.focus();
  }, [box, covered]);
  const message = wrong['group'];
  const tooLate = refusal instanceof ORPCError && refusal.code === 'NOTHING_TO_CONFIRM';
  return (
    <form
      ref={box}
      className={styles.form}
      aria-label={t('confirmSheet')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <div className={styles.line}>
        <TextInput
          autoComplete="off"
          spellCheck={false}
          label={t('lastGroup')}
          description={message === undefined ? t('lastGroupHint') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          classNames={{ input: styles.group ?? '' }}
          data-field="group"
          value={group}
          error={message === undefined ? undefined : t(message)}
          onChange={(event) => {
            setGroup(event.currentTarget.value);
            mend('group');
          }}
        />
        <Button type="submit" loading={busy} className={styles.button}>
          {t('confirmSheet')}
        </Button>
        <Button variant="default" className={styles.button} onClick={props.onShow}>
          {t('showSheet')}
        </Button>
      </div>
      {refusal === null ? null : (
        <Callout
          tone="bad"
          announce
          title={tooLate ? t('nothingToConfirm') : <RefusalText error={refusal} />}
        >
          {tooLate ? (
            <Button size="compact-sm" variant="default" onClick={props.onForget}>
              {t('makeNewSheet')}
            </Button>
          ) : null}
        </Callout>
      )}
    </form>
  );
}
