// Returns without a known loan 无主归还: taken in at once, and matched to a loan when it is known whose they were.
import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONDITIONS } from '../../../electron/api/loan-states.ts';
import type { Condition } from '../../../electron/api/loan-states.ts';
import type { LoanItemRow } from '../../../electron/api/loan-items.contract.ts';
import type { StrayRow } from '../../../electron/api/deposits.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { UndoLabel } from '../../app/quiet-words.tsx';
import { Callout } from '../../ui/callout.tsx';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useNotices } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import panel from '../../ui/record-panel.module.css';
import { Scrolled } from '../../ui/scrolled.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CloseStray } from './close-stray.tsx';
import { FoundLine, ThingLine } from './done-line.tsx';
import { LoanRefusal } from './loan-refusal.tsx';
import { LoanTool } from './loan-tool.tsx';
import type { MayDo } from './may-do.ts';
import { useTypeName } from './type-name.ts';
import styles from './type-panel.module.css';

/** `adding` opens with the form that takes one in. */
export function StraysPanel(props: { readonly adding: LoanItemRow | boolean; readonly may: MayDo }) {
  const { t } = useTranslation(['loans', 'records']);
  const { adding, may } = props;
  const { calls } = useServices();
  const [open, setOpen] = useState(adding !== false);
  const strays = useQuery(calls.loans.strays.queryOptions());
  if (strays.error) return <Callout tone="bad" announce title={<LoanRefusal error={strays.error} />} />;
  if (!strays.data) return <EmptyState title={t('records:loading')} />;
  return (
    <article className={panel.panel} aria-label={t('shown.strays')}>
      <header className={panel.head}>
        <h2 className={panel.name}>{t('shown.strays')}</h2>
      </header>
      {may.write ? (
        <div className={panel.actions}>
          <Button
            size="xs"
            variant={open ? 'default' : 'filled'}
            aria-pressed={open}
            onClick={() => setOpen(!open)}
          >
            {t('addStray')}
          </Button>
        </div>
      ) : null}
      <Scrolled className={panel.body}>
        {open && may.write ? (
          <AddStray item={typeof adding === 'boolean' ? null : adding} onClose={() => setOpen(false)} />
        ) : null}
        <p className={panel.toolHint}>{t(strays.data.length === 0 ? 'straysNone' : 'straysHint')}</p>
        <ul className={styles.items} aria-label={t('shown.strays')}>
          {strays.data.map((stray) => (
            <Stray key={stray.id} stray={stray} may={may} />
          ))}
        </ul>
      </Scrolled>
    </article>
  );
}

function AddStray(props: {
  /** Which it is, where that is known already. */
  readonly item: LoanItemRow | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('loans');
  const { api, calls } = useServices();
  const notices = useNotices();
  const nameOf = useTypeName();
  const types = useQuery(calls.loans.types.queryOptions());
  const known = (types.data ?? []).filter(({ withdrawn }) => !withdrawn);
  const { onClose } = props;
  const [chosen, setChosen] = useState<number | null>(props.item?.type ?? null);
  const [asset, setAsset] = useState(props.item?.asset ?? '');
  const [count, setCount] = useState(1);
  const [condition, setCondition] = useState<Condition>('ok');
  const [remarks, setRemarks] = useState('');
  const type = known.find(({ id }) => id === chosen) ?? known[0];
  const items = useQuery({
    ...calls.loans.items.queryOptions({ input: { type: type?.id ?? null } }),
    enabled: type !== undefined,
  });
  const item = items.data?.find((each) => each.asset === asset.normalize('NFKC').trim().toUpperCase());
  const byAsset = type?.tracking === 'asset';
  return (
    <LoanTool
      title={t('addStray')}
      hint={t('addStrayHint')}
      onClose={onClose}
      check={() => (byAsset && !item ? { item: 'field.assetUnknown' } : {})}
      send={async (commandId) => {
        if (!type) return;
        const taken = byAsset ? 1 : count;
        const found = await api.loans.returnStray({
          ...{ commandId, type: type.id, item: byAsset ? (item?.id ?? null) : null },
          ...{ count: taken, condition, remarks },
        });
        const { nameZh: typeNameZh, nameEn: typeNameEn } = type;
        const thing = { typeNameZh, typeNameEn, asset: item?.asset ?? null, count: taken };
        const undo = (): void => {
          api.loans.takeBackStray({ commandId: uuidV7(), stray: found.id }).then(
            () => notices.show({ tone: 'good', body: <ThingLine said="said.undone" thing={thing} /> }),
            (error: unknown) => notices.show({ tone: 'bad', body: <LoanRefusal error={error} /> }),
          );
        };
        notices.show({
          tone: 'good',
          body: (
            <FoundLine
              said={found.loan === null ? 'said.strayTaken' : 'said.matched'}
              thing={thing}
              found={found}
            />
          ),
          // What was matched at once belongs to its loan, and is no stray any more.
          ...(found.loan === null ? { action: { label: <UndoLabel />, run: undo } } : {}),
        });
      }}
    >
      {(error) => (
        <>
          <NativeSelect
            label={t('type')}
            value={String(type?.id ?? '')}
            data={known.map((each) => ({ value: String(each.id), label: nameOf(each) }))}
            data-field="type"
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          />
          {byAsset ? (
            <TextField
              label={t('asset')}
              placeholder={`${type?.prefix ?? ''}-014`}
              value={asset}
              field="item"
              error={error}
              onChange={setAsset}
            />
          ) : (
            <NumberInput
              label={t('count')}
              value={count}
              error={error('count')}
              data-field="count"
              min={1}
              max={99}
              onChange={(value) => setCount(Number(value) || 1)}
            />
          )}
          <ChoiceChips
            label={t('condition')}
            value={condition}
            choices={CONDITIONS.map((value) => ({ value, label: t(`condition.${value}`) }))}
            onChange={setCondition}
          />
          <TextField
            label={t('remarks')}
            value={remarks}
            field="remarks"
            error={error}
            maxLength={200}
            onChange={setRemarks}
          />
        </>
      )}
    </LoanTool>
  );
}

function Stray({ stray, may }: { readonly stray: StrayRow; readonly may: MayDo }) {
  const { t } = useTranslation('loans');
  const { times } = useProperty();
  const nameOf = useTypeName();
  const [tool, setTool] = useState<'match' | 'closeStray' | null>(null);
  const tools = [may.write && ('match' as const), may.manage && ('closeStray' as const)];
  const close = (): void => setTool(null);
  const what = [nameOf(stray), stray.asset ?? (stray.count > 1 ? `×${stray.count}` : '')];
  return (
    <li>
      <div className={styles.item}>
        <strong>{what.filter(Boolean).join(' ')}</strong>
        <span className={styles.said}>
          {[times.short(stray.at), stray.desk, stray.remarks].filter(Boolean).join(' · ')}
        </span>
        {tools.map((each) =>
          each === false ? null : (
            <Button
              key={each}
              size="compact-sm"
              variant="default"
              aria-pressed={each === tool}
              onClick={() => setTool(each === tool ? null : each)}
            >
              {t(each)}
            </Button>
          ),
        )}
      </div>
      {tool === 'match' ? <MatchStray stray={stray} onClose={close} /> : null}
      {tool === 'closeStray' ? <CloseStray stray={stray} onClose={close} /> : null}
    </li>
  );
}

/** The loans that have a thing of this kind out or lost it, the one with this very item first. */
function MatchStray({ stray, onClose }: { readonly stray: StrayRow; readonly onClose: () => void }) {
  const { t } = useTranslation('loans');
  const { api, calls } = useServices();
  const { times } = useProperty();
  const notices = useNotices();
  const out = useQuery(calls.loans.list.queryOptions({ input: { view: 'out', before: null, limit: 500 } }));
  const lost = useQuery(calls.loans.list.queryOptions({ input: { view: 'lost', before: null, limit: 500 } }));
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = [
    ...(out.data?.rows ?? []),
    ...(lost.data?.rows.filter(({ state }) => state !== 'open') ?? []),
  ];
  const candidates = rows
    .flatMap((loan) =>
      loan.lines
        .filter((line) => line.type === stray.type && line.count > line.back)
        .map((line) => ({ loan, line, key: `${loan.id}-${line.line}` })),
    )
    .toSorted((a, b) => Number(b.line.item === stray.item) - Number(a.line.item === stray.item));
  const best = candidates.find(({ key }) => key === chosen) ?? candidates[0];
  return (
    <LoanTool
      title={t('match')}
      hint={t(candidates.length === 0 && out.data && lost.data ? 'matchNone' : 'matchHint')}
      onClose={onClose}
      check={() => (best ? {} : { loan: 'field.needed' })}
      send={async (commandId) => {
        if (!best) return;
        const found = await api.loans.matchStray({
          ...{ commandId, stray: stray.id, loan: best.loan.id, line: best.line.line },
        });
        notices.show({ tone: 'good', body: <FoundLine said="said.matched" thing={stray} found={found} /> });
      }}
    >
      {(error) => (
        <NativeSelect
          label={t('matchLoan')}
          value={best?.key ?? ''}
          error={error('loan')}
          data-field="loan"
          data={candidates.map(({ loan, line, key }) => ({
            value: key,
            label: [loan.borrowerName, line.asset, times.short(loan.lentAt), loan.number]
              .filter(Boolean)
              .join(' · '),
          }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
    </LoanTool>
  );
}
