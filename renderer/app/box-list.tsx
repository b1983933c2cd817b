// What the box found, in groups: one listbox below the field, walked through by the field's own keys.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceMatch } from '../../electron/api/places.contract.ts';
import type { SearchHit } from '../../electron/api/search.contract.ts';
import { VISIT_STATES } from '../../electron/api/visit-states.ts';
import { KeyHitTag } from '../features/keys/key-hit.tsx';
import { LoanHitTag } from '../features/loans/loan-state.tsx';
import { VisitStateTag } from '../features/visitors/visit-state.tsx';
import type { Given } from '../features/visitors/workplace.ts';
import { Tag } from '../ui/tag.tsx';
import type { BoxGroup, BoxOption } from './box-options.ts';
import styles from './box.module.css';
import { useProperty } from './property.ts';
import { useHitNames } from './titles.ts';

/** `id` is the listbox's; its options are `id-0` and so on. It stays in the document while it is hidden. */
export function BoxList(props: {
  readonly id: string;
  readonly groups: readonly BoxGroup[];
  readonly active: number;
  readonly onChoose: (option: BoxOption) => void;
}) {
  const { t } = useTranslation('box');
  const { id, groups, active, onChoose } = props;
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active, groups]);
  const walked = groups.flatMap(({ options }) => options);
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('answers')}
      className={styles.list}
      hidden={walked.length === 0}
    >
      {groups.map(({ name, options, more }) => (
        <div key={name} role="group" aria-labelledby={`${id}-${name}`}>
          <div id={`${id}-${name}`} role="presentation" className={styles.group}>
            {t(`group.${name}`)}
            {more ? <span> · {t('more')}</span> : null}
          </div>
          {options.map((option) => {
            const index = walked.indexOf(option);
            return (
              <div
                key={keyOf(option)}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className={styles.option}
                onMouseDown={(event) => {
                  // The field keeps the focus, and with it the keys.
                  event.preventDefault();
                  if (event.button === 0) onChoose(option);
                }}
              >
                <Option option={option} />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function keyOf(option: BoxOption): string {
  switch (option.kind) {
    case 'record':
      return `${option.hit.register}-${option.hit.record}`;
    case 'place':
      return `${option.place.contact ?? ''}-${option.place.unit ?? ''}`;
    case 'code':
    case 'register':
      return option.kind;
  }
}

function Option({ option }: { readonly option: BoxOption }) {
  const { t } = useTranslation('box');
  switch (option.kind) {
    case 'record':
      return <RecordOption hit={option.hit} />;
    case 'place':
      return <PlaceOption place={option.place} />;
    case 'code':
      return <strong>{t('actOnCode', { code: option.code.replaceAll(/(\d{4})(?=\d)/g, '$1 ') })}</strong>;
    case 'register':
      return <RegisterOption given={option.given} />;
  }
}

function RecordOption({ hit }: { readonly hit: SearchHit }) {
  const { t } = useTranslation('box');
  const { times } = useProperty();
  const { title, company } = useHitNames(hit);
  return (
    <>
      <span className={styles.line}>
        <strong className={title === null ? styles.noName : undefined}>{title ?? t('noName')}</strong>
        <span className={styles.soft}>{company}</span>
        <span className={styles.soft}>{hit.visit?.plate}</span>
        <HitTag hit={hit} />
      </span>
      <span className={`${styles.line} ${styles.soft}`}>
        <span className={styles.place}>{[hit.visit?.host, hit.place].filter(Boolean).join(' · ')}</span>
        <span className={styles.phone}>{hit.phone}</span>
        <span className={styles.at}>{hit.at === null ? null : times.short(hit.at)}</span>
        <span>{hit.number}</span>
      </span>
    </>
  );
}

/** One case a register: how its records stand. */
function HitTag({ hit }: { readonly hit: SearchHit }) {
  switch (hit.register) {
    case 'visitors':
      return <VisitTag hit={hit} />;
    case 'keys':
      return <KeyHitTag hit={hit} />;
    case 'loans':
      return <LoanHitTag hit={hit} />;
  }
}

function VisitTag({ hit }: { readonly hit: SearchHit }) {
  const state = VISIT_STATES.find((each) => each === hit.state);
  if (!state) return null;
  return (
    <VisitStateTag
      visit={{
        state,
        overstay: hit.overdue && state === 'on_site',
        noShow: hit.overdue && state === 'expected',
      }}
    />
  );
}

function PlaceOption({ place }: { readonly place: PlaceMatch }) {
  const { t } = useTranslation(['box', 'places']);
  const { contactName, unitCode, tenantName, caution } = place;
  return (
    <span className={styles.line}>
      <strong>{contactName ?? unitCode ?? tenantName}</strong>
      <span className={styles.soft}>
        {[contactName === null ? null : unitCode, tenantName].filter(Boolean).join(' · ')}
      </span>
      {caution ? (
        <Tag tone={caution === 'movedOut' ? 'warn' : 'quiet'}>{t(`places:caution.${caution}`)}</Tag>
      ) : null}
      <span className={styles.deed}>{t('registerFor')}</span>
    </span>
  );
}

function RegisterOption({ given: { name, phone, documentNumber } }: { readonly given: Given }) {
  const { t } = useTranslation('box');
  if (documentNumber !== undefined) return t('registerDocument', { value: documentNumber });
  return phone === undefined ? t('registerName', { value: name }) : t('registerPhone', { value: phone });
}
