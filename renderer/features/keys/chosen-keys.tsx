// The keys on a form that lends: scanned or found by name, each with its instruction, its pieces, and what keeps it here.
import { Button, CloseButton, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyRow } from '../../../electron/api/keys.contract.ts';
import { useProperty } from '../../app/property.ts';
import { SearchField } from '../../app/search-field.tsx';
import { scanCodeIn } from '../../app/scan-code.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import found from '../../ui/search-field.module.css';
import { Tag } from '../../ui/tag.tsx';
import own from './keys.module.css';
import { isSealed, mayLeave } from './lend-values.ts';
import { useHookName } from './cabinet-name.ts';
import { useKeysDesk } from './keys-desk.tsx';
import { opensOf } from './key-words.ts';
import { KeyStateTag } from './state-tags.tsx';

export function ChosenKeys(props: {
  readonly rows: readonly KeyRow[];
  /** Those whose tag was read here. */
  readonly scanned: readonly number[];
  readonly pieces: Readonly<Record<number, number>>;
  readonly error: (field: string) => string | undefined;
  readonly onPieces: (key: number, pieces: number) => void;
  readonly onAdd: (key: number) => void;
  readonly onRemove: (key: number) => void;
  readonly onCode: (code: string) => void;
}) {
  const { t } = useTranslation('keys');
  const { code: here } = useProperty().property.desk;
  const { rows, scanned, pieces, error, onPieces, onRemove } = props;
  const isElsewhere = ({ id, desk, state }: KeyRow): boolean =>
    state === 'in_cabinet' && desk !== here && !scanned.includes(id);
  const { show } = useKeysDesk();
  const hookOf = useHookName();
  return (
    <>
      <KeySearch
        label={t('key')}
        error={error('keys') ?? error('pieces')}
        onChoose={({ id }) => props.onAdd(id)}
        onCode={props.onCode}
      />
      <ul className={own.lines} aria-label={t('chosenKeys')} hidden={rows.length === 0}>
        {rows.map((row) => (
          <li key={row.id}>
            <strong>{row.name ?? row.code}</strong>
            <span className={own.soft}>
              {[row.code, opensOf(row), hookOf(row)].filter(Boolean).join(' · ')}
            </span>
            {isElsewhere(row) ? <Tag tone="warn">{t('hangsAt', { desk: row.desk })}</Tag> : null}
            {mayLeave(row) ? null : <Tag tone="bad">{t('notIn', { state: t(`key.${row.state}`) })}</Tag>}
            <CloseButton
              className={own.end ?? ''}
              size="sm"
              aria-label={t('removeKey', { key: row.code })}
              onClick={() => onRemove(row.id)}
            />
            {row.pieces > 1 ? (
              <NumberInput
                className={own.pieces ?? ''}
                size="xs"
                aria-label={`${t('pieces')} ${row.code}`}
                value={pieces[row.id] ?? row.pieces}
                min={1}
                max={row.pieces}
                clampBehavior="strict"
                allowDecimal={false}
                suffix={t('ofPieces', { count: row.pieces })}
                onChange={(value) => onPieces(row.id, Number(value) || row.pieces)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {rows.filter(isSealed).map(({ id, code, seal, desk }) => (
        <Callout key={id} tone="warn" announce title={t('sealedNow', { key: code, seal })}>
          <span>{desk === here ? t('sealedTodo') : t('bagElsewhere', { desk })}</span>
          {desk === here ? (
            <span>
              <Button
                size="xs"
                data-field="unseal"
                onClick={() => show({ kind: 'key', id, tool: 'openSeal' }, true)}
              >
                {t('openSeal')}
              </Button>
            </span>
          ) : null}
        </Callout>
      ))}
      {rows.map(({ id, code, instruction }) =>
        instruction === null ? null : (
          <Callout key={id} tone="info" announce title={`${t('instruction')} · ${code}`}>
            {instruction}
          </Callout>
        ),
      )}
    </>
  );
}

/** By name, tag or what it opens; what is chosen leaves the field empty for the next one. */
export function KeySearch(props: {
  readonly label: string;
  readonly error?: string | undefined;
  readonly onChoose: (key: KeyRow) => void;
  /** The digits of a tag or slip were typed in full. */
  readonly onCode: (code: string) => void;
}) {
  const { t } = useTranslation('keys');
  const { calls } = useServices();
  const [text, setText] = useState('');
  return (
    <SearchField
      label={props.label}
      placeholder={t('findKey')}
      value={text}
      searching
      error={props.error}
      data-field="keys"
      suggestions={t('suggestions')}
      unknown={t('noKeyFound')}
      ask={(typed) => calls.keys.find.queryOptions({ input: { text: typed, limit: 8 } })}
      idOf={({ id }) => String(id)}
      lineOf={keyLine}
      onType={setText}
      onEnter={(typed) => {
        const code = scanCodeIn(typed);
        if (code === null) return false;
        setText('');
        props.onCode(code);
        return true;
      }}
      onChoose={(key) => {
        setText('');
        props.onChoose(key);
      }}
    />
  );
}

function keyLine(row: KeyRow) {
  const { name, code, state } = row;
  return (
    <>
      <span className={found.name}>{name ?? code}</span>
      <span className={found.where}>
        {[name === null ? null : code, opensOf(row)].filter(Boolean).join(' · ')}
      </span>
      {state === 'in_cabinet' ? null : <KeyStateTag state={state} />}
    </>
  );
}
