// The document of whoever borrows: its number is written down and the document given back, never kept (ID Card Law art. 16).
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DOCUMENT_TYPES, documentType } from '../../../electron/api/identity.ts';
import entry from '../../ui/entry-form.module.css';
import { blankDocument, withNumber } from './borrower-choice.ts';
import type { TypedDocument } from './borrower-choice.ts';
import styles from './borrower-pick.module.css';

export function BorrowerDocument(props: {
  /** What is on file of them, masked. */
  readonly onFile: string | null;
  /** Why one is needed; null where none is. */
  readonly asked: string | null;
  /** Null while nobody is asked for one. */
  readonly document: TypedDocument | null;
  readonly error: string | undefined;
  readonly onChange: (document: TypedDocument) => void;
  /** They have none with them. */
  readonly onWithout: () => void;
}) {
  const { t } = useTranslation(['lending', 'identity']);
  const { onFile, asked, document, error, onChange, onWithout } = props;
  if (onFile !== null) return <p className={styles.document}>{t('documentOnFile', { number: onFile })}</p>;
  if (document === null) {
    return (
      <Button size="compact-sm" variant="subtle" w="fit-content" onClick={() => onChange(blankDocument)}>
        {t('noteDocument')}
      </Button>
    );
  }
  return (
    <div className={styles.asked} data-asked={asked !== null || undefined}>
      {asked === null ? null : (
        <p className={styles.document} role="status">
          <strong>{asked}</strong> {t('documentHow')}
        </p>
      )}
      <div className={entry.pair}>
        <NativeSelect
          label={t('documentType')}
          value={document.type}
          data-field="documentType"
          data={DOCUMENT_TYPES.filter((type) => type !== 'none').map((value) => ({
            value,
            label: t(`identity:documentType.${value}`),
          }))}
          onChange={(event) => onChange({ ...document, type: documentType.parse(event.currentTarget.value) })}
        />
        <TextInput
          label={t('documentNumber')}
          value={document.number}
          error={error}
          data-field="documentNumber"
          maxLength={40}
          required={asked !== null}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(withNumber(document, event.currentTarget.value))}
        />
      </div>
      {asked === null || document.number !== '' ? null : (
        <Button size="compact-sm" variant="subtle" w="fit-content" onClick={onWithout}>
          {t('withoutDocument')}
        </Button>
      )}
    </div>
  );
}
