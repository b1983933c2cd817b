// The things on the form of a loan: scanned or typed one by one, or picked by type with a count.
import { CloseButton, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LoanTypeRow } from '../../../electron/api/loan-items.contract.ts';
import { useServices } from '../../app/services.ts';
import { rainFirst } from './rain-first.ts';
import styles from './lend-lines.module.css';
import { useLoansDesk } from './loans-desk.tsx';
import type { ErrorOf } from './loan-tool.tsx';
import { ThingSearch } from './thing-search.tsx';
import { useTypeName } from './type-name.ts';
import { withLine } from './workplace.ts';
import type { Line } from './workplace.ts';
import { useComma } from '../../ui/use-comma.ts';

export function LendLines(props: {
  readonly lines: readonly Line[];
  readonly error: ErrorOf;
  readonly onChange: (lines: readonly Line[]) => void;
}) {
  const { t } = useTranslation('loans');
  const comma = useComma();
  const { lines, error, onChange } = props;
  const { calls } = useServices();
  const { rain } = useLoansDesk();
  const nameOf = useTypeName();
  const types = useQuery(calls.loans.types.queryOptions());
  const items = useQuery(calls.loans.items.queryOptions({ input: { type: null } }));
  const known = rainFirst(
    (types.data ?? []).filter(({ withdrawn }) => !withdrawn),
    rain,
  );
  const typeOf = (id: number): LoanTypeRow | undefined => types.data?.find((type) => type.id === id);
  const accessories = [...new Set(lines.flatMap(({ type }) => typeOf(type)?.accessories ?? []))];

  return (
    <>
      <div className={styles.types} role="group" aria-label={t('pickType')}>
        {known.map((type) =>
          type.tracking === 'count' ? (
            <button
              key={type.id}
              type="button"
              className={styles.type}
              disabled={type.available === 0}
              onClick={() => onChange(withLine(lines, { type: type.id, item: null, count: 1 }))}
            >
              {nameOf(type)} <span>{type.available}</span>
            </button>
          ) : null,
        )}
      </div>
      <ThingSearch
        types={types.data ?? []}
        items={items.data ?? []}
        taken={lines.flatMap(({ item }) => item ?? [])}
        error={error('lines')}
        onChoose={(thing) => onChange(withLine(lines, { ...thing, count: 1 }))}
      />
      <ul className={styles.lines} aria-label={t('chosenItems')} hidden={lines.length === 0}>
        {lines.map((line) => {
          const type = typeOf(line.type);
          const label = [
            type ? nameOf(type) : '',
            items.data?.find(({ id }) => id === line.item)?.asset,
          ].filter(Boolean);
          return (
            <li key={`${line.type}-${line.item}`}>
              <strong>{label.join(' ')}</strong>
              {line.item === null ? (
                <NumberInput
                  aria-label={t('countOf', { what: label.join(' ') })}
                  className={styles.count ?? ''}
                  value={line.count}
                  min={1}
                  max={99}
                  size="xs"
                  error={error('count')}
                  data-field="count"
                  onChange={(value) =>
                    onChange(
                      lines.map((each) => (each === line ? { ...line, count: Number(value) || 1 } : each)),
                    )
                  }
                />
              ) : null}
              <CloseButton
                aria-label={t('removeItem', { what: label.join(' ') })}
                onClick={() => onChange(lines.filter((each) => each !== line))}
              />
            </li>
          );
        })}
      </ul>
      {accessories.length === 0 ? null : (
        <p className={styles.with}>{t('accessories', { what: accessories.join(comma) })}</p>
      )}
    </>
  );
}
