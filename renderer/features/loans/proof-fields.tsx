// Who is given the money of a deposit, and what shows that they may have it.
import { useTranslation } from 'react-i18next';
import { PROOFS } from '../../../electron/api/deposit-states.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { TextField } from '../../ui/text-field.tsx';
import styles from './loan-panel.module.css';
import type { FieldMessage } from './loan-refusal.tsx';
import type { ErrorOf } from './loan-tool.tsx';

/** Who is given the money, as the form holds it. */
export interface Proof {
  readonly how: (typeof PROOFS)[number];
  /** Empty until somebody has looked. */
  readonly verifiedBy: 'document' | 'phone' | '';
  readonly verified: string;
  readonly name: string;
  readonly phone: string;
}

/** Field → sentence: a lost receipt needs whoever lost it, looked at; a proxy has a name. */
export function wrongInProof({ how, verifiedBy, verified, name }: Proof): FieldErrors<FieldMessage> {
  if (how === 'proxy') return name.trim() === '' ? { name: 'field.needed' } : {};
  if (how === 'receipt') return {};
  return {
    ...(verifiedBy === '' ? { verifiedBy: 'field.verifyPayer' } : {}),
    ...(verified.trim() === '' ? { verified: 'field.needed' } : {}),
  };
}

/** As the call takes it. */
export function proofSent({ how, verifiedBy, verified, name, phone }: Proof) {
  switch (how) {
    case 'receipt':
      return { how };
    case 'receiptLost':
      return { how, verifiedBy: verifiedBy || 'document', verified } as const;
    case 'proxy':
      return { how, name, phone };
  }
}

export function ProofFields(props: {
  readonly proof: Proof;
  readonly error: ErrorOf;
  readonly onChange: (proof: Proof) => void;
}) {
  const { t } = useTranslation('deposits');
  const { proof, error, onChange } = props;
  return (
    <>
      <ChoiceChips
        label={t('proof')}
        value={proof.how}
        choices={PROOFS.map((value) => ({ value, label: t(`proof.${value}`) }))}
        error={error('proof')}
        field="proof"
        onChange={(how) => onChange({ ...proof, how })}
      />
      {proof.how === 'receiptLost' ? (
        <>
          <p className={styles.soft}>{t('receiptLostHint')}</p>
          <ChoiceChips
            label={t('verifiedBy')}
            value={proof.verifiedBy}
            choices={(['document', 'phone'] as const).map((value) => ({
              value,
              label: t(`verifiedBy.${value}`),
            }))}
            error={error('verifiedBy')}
            field="verifiedBy"
            onChange={(verifiedBy) => onChange({ ...proof, verifiedBy, verified: '' })}
          />
          <TextField
            label={t(proof.verifiedBy === 'phone' ? 'verified.phone' : 'verified.document')}
            value={proof.verified}
            field="verified"
            error={error}
            maxLength={40}
            onChange={(next) => onChange({ ...proof, verified: next })}
          />
        </>
      ) : null}
      {proof.how === 'proxy' ? <p className={styles.soft}>{t('proxyHint')}</p> : null}
      {proof.how === 'proxy' ? (
        <div className={styles.pair}>
          <TextField
            label={t('proxyName')}
            value={proof.name}
            field="name"
            error={error}
            onChange={(next) => onChange({ ...proof, name: next })}
          />
          <TextField
            label={t('proxyPhone')}
            value={proof.phone}
            field="phone"
            error={error}
            inputMode="tel"
            onChange={(next) => onChange({ ...proof, phone: next })}
          />
        </div>
      ) : null}
    </>
  );
}
