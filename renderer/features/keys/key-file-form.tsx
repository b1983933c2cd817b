// The form by which a key is put on file and changed.
import { Checkbox } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BORROWER_KINDS } from '../../../electron/api/borrowers.contract.ts';
import { KEY_KINDS } from '../../../electron/api/key-states.ts';
import type { KeyFileRow } from '../../../electron/api/keys-file.contract.ts';
import { ChoiceField, LineField, LinesField, RecordField } from '../../app/records/record-fields.tsx';
import { RecordFrame } from '../../app/records/record-frame.tsx';
import type { PanelEnd } from '../../app/records/records-tab.tsx';
import { useRecordForm } from '../../app/records/use-record-form.ts';
import type { RecordForm } from '../../app/records/use-record-form.ts';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import records from '../../app/records/records.module.css';
import styles from './key-file.module.css';
import { KeyFileDone } from './key-file-done.tsx';
import { useKeysRead } from './use-keys-read.ts';
import { keyFieldsRefused, keyValues, namedIn, toKeyForm, wrongInKey } from './key-file-values.ts';
import type { KeyFileMessage, KeyPlaces, KeyValues } from './key-file-values.ts';

interface NamedDesk {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export function KeyFileForm(props: {
  readonly row: KeyFileRow | null;
  readonly places: KeyPlaces;
  readonly desks: readonly NamedDesk[];
  readonly begins: { readonly desk: string; readonly tag: string };
  readonly end: PanelEnd;
}) {
  const { t, i18n } = useTranslation('keyFile');
  const { row, places, desks, begins, end } = props;
  const { api } = useServices();
  const read = useKeysRead();
  const notices = useNotices();
  // Which key or unit a refusal named: the sentence beside the field says it.
  const named = useRef('');
  const form = useRecordForm<KeyValues, KeyFileMessage>({
    begun: { values: keyValues(row, places, begins), revision: row?.revision ?? null },
    check: (values) => wrongInKey(values, places),
    fieldsOf(error) {
      named.current = namedIn(error);
      return keyFieldsRefused(error);
    },
    say: (message) => t(message, { code: named.current }),
    async send(values, claim) {
      const sent = toKeyForm(values, places);
      const tag = values.tag.trim() === '' ? null : values.tag;
      const { id } = await api.keys.putKey({ ...sent, ...claim, record: row?.id ?? null, tag });
      await read();
      notices.show({
        tone: 'good',
        body: <KeyFileDone did={row ? 'savedDone' : 'addedDone'} what={values.code} />,
      });
      end.onDone(id);
    },
    async latest() {
      const now = (await api.keys.keyFile()).find(({ id }) => id === row?.id);
      return now ? { values: keyValues(now, places, begins), revision: now.revision } : null;
    },
  });
  const { kind } = form.values;
  return (
    <RecordFrame
      label={row ? t('part') : t('add')}
      confirm={row ? t('save') : t('add')}
      form={form}
      focused={end.focused}
      onCancel={end.onClose}
    >
      <div className={records.pair}>
        <LineField form={form} name="code" label={t('code')} hint={t('codeHint')} />
        <LineField form={form} name="name" label={t('name')} />
      </div>
      {row ? null : <LineField form={form} name="tag" label={t('newTag')} hint={t('newTagHint')} />}
      <LineField form={form} name="opens" label={t('opens')} />
      <div className={records.pair}>
        <ChoiceField
          form={form}
          name="kind"
          label={t('kind')}
          data={KEY_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <LineField form={form} name="units" label={t('units')} hint={t('unitsHint')} />
      </div>
      {kind === 'deposited' ? (
        <div className={records.pair}>
          <RecordField form={form} name="tenant" label={t('tenant')} choices={places.tenants} />
          <LineField
            form={row?.kind === 'deposited' ? { ...form, readOnly: true } : form}
            name="seal"
            label={t('seal')}
            hint={t('sealHint')}
          />
        </div>
      ) : null}
      <div className={styles.three}>
        <ChoiceField
          form={row ? { ...form, readOnly: true } : form}
          name="homeDesk"
          label={t('homeDesk')}
          {...(row && desks.length > 1 ? { hint: t('homeDeskHint') } : {})}
          data={desks.map(({ code, nameZh, nameEn }) => ({
            value: code,
            label: `${code} ${i18n.language === 'en' ? nameEn : nameZh}`,
          }))}
        />
        <LineField form={form} name="cabinet" label={t('cabinet')} />
        <LineField form={form} name="hook" label={t('hook')} />
      </div>
      <div className={styles.three}>
        <LineField form={form} name="loanHours" label={t('loanHours')} hint={t('loanHoursHint')} />
        <LineField form={form} name="pieces" label={t('pieces')} />
        <LineField form={form} name="copies" label={t('copies')} hint={t('copiesHint')} />
      </div>
      <Borrowers form={form} />
      <Checkbox
        label={t('idAsked')}
        checked={form.values.idAsked}
        onChange={(event) => form.change({ idAsked: event.currentTarget.checked })}
      />
      <LinesField form={form} name="instruction" label={t('instruction')} hint={t('instructionHint')} />
    </RecordFrame>
  );
}

function Borrowers({ form }: { readonly form: RecordForm<KeyValues> }) {
  const { t } = useTranslation('keyFile');
  const { byPolicy, mayBorrow } = form.values;
  const wrong = form.errorOf('mayBorrow');
  return (
    <fieldset className={records.group}>
      <legend className={records.legend}>{t('mayBorrow')}</legend>
      <div className={records.choices}>
        <Checkbox
          label={t('byPolicy')}
          checked={byPolicy}
          data-field="mayBorrow"
          onChange={(event) => form.change({ byPolicy: event.currentTarget.checked })}
        />
        {byPolicy
          ? null
          : BORROWER_KINDS.map((kind) => (
              <Checkbox
                key={kind}
                label={t(`borrower.${kind}`)}
                checked={mayBorrow.includes(kind)}
                onChange={(event) => {
                  const others = mayBorrow.filter((each) => each !== kind);
                  form.change({ mayBorrow: event.currentTarget.checked ? [...others, kind] : others });
                }}
              />
            ))}
      </div>
      {wrong === undefined ? null : (
        <p className={records.wrong} role="alert">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
