// Taking keys in, one after the other: each is back at once, and stands here with the way back.
import { Button } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';
import entry from '../../ui/entry-form.module.css';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Tag } from '../../ui/tag.tsx';
import { KeySearch } from './chosen-keys.tsx';
import { useHookName } from './cabinet-name.ts';
import { useKeyActions } from './key-actions.tsx';
import own from './keys.module.css';
import { useKeysDesk } from './keys-desk.tsx';
import type { CameBack, Draft } from './workplace.ts';

export function ReturnForm(props: {
  readonly draft: Draft;
  readonly front: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['keys', 'shell']);
  const { front, onClose } = props;
  const { place, scan } = useKeysDesk();
  const box = useRef<HTMLFormElement>(null);
  const goToField = useEffectEvent(() => box.current?.querySelector<HTMLElement>('[data-field]')?.focus());
  useEffect(() => {
    if (front) goToField();
  }, [front]);
  useShortcuts({ Escape: () => (box.current?.contains(document.activeElement) ? onClose() : false) }, front);
  return (
    <form
      ref={box}
      className={entry.form}
      aria-label={t('return')}
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={entry.fields}>
        {/* Whatever is chosen here goes the way of a scanned tag. */}
        <KeySearch label={t('scanToReturn')} onChoose={({ tag }) => scan(tag)} onCode={scan} />
        <p className={entry.note}>{t('scanToReturnHint')}</p>
        <BackList back={place.back} />
      </div>
      <footer className={entry.footer}>
        <div className={entry.buttons}>
          <Button onClick={onClose} rightSection={<KeyHint keys="Esc" />}>
            {t('done')}
          </Button>
        </div>
      </footer>
    </form>
  );
}

function BackList({ back }: { readonly back: readonly CameBack[] }) {
  const { t } = useTranslation('keys');
  const { calls } = useServices();
  const found = useQueries({
    queries: back.map(({ key }) => calls.keys.key.queryOptions({ input: { key } })),
  });
  const hookOf = useHookName();
  const { move, open, show } = useKeysDesk();
  const bags = useQuery(calls.keys.unsealed.queryOptions()).data ?? [];
  const actions = useKeyActions(move);
  if (back.length === 0) return <p className={own.soft}>{t('nothingBack')}</p>;
  return (
    <section aria-label={t('cameBack')} className={own.calls}>
      <h2 className={own.subtitle}>{t('cameBack')}</h2>
      <ul className={own.lines}>
        {back.map(({ key, loan, how, again }, index) => {
          const row = found[index]?.data;
          const isHere = how === 'returned' || how === 'arrived';
          return (
            <li key={`${key}-${back.length - index}`}>
              <strong>{row?.name ?? row?.code ?? '…'}</strong>
              {row?.name ? <span className={own.soft}>{row.code}</span> : null}
              {row && isHere ? <strong>{t('hangOn', { hook: hookOf(row) })}</strong> : null}
              <Tag tone={isHere ? 'good' : 'warn'}>{t(`back.${how}`, { desk: row?.homeDesk ?? '' })}</Tag>
              {bags.some(({ id }) => id === key) && isHere ? (
                <>
                  <Tag tone="warn">{t('unsealedBack')}</Tag>
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => show({ kind: 'key', id: key, tool: 'reseal' }, true)}
                  >
                    {t('reseal')}
                  </Button>
                </>
              ) : null}
              {again ? <span role="status">{t('scannedAgain')}</span> : null}
              {loan === null ? null : <OfLoan loan={loan.id} />}
              {loan === null ? null : (
                <Button
                  className={own.end ?? ''}
                  size="compact-xs"
                  variant="default"
                  onClick={() => actions.reopen(loan)}
                >
                  {t('undoReturn')}
                </Button>
              )}
              {how === 'wasIn' ? (
                <Button
                  className={own.end ?? ''}
                  size="compact-xs"
                  variant="default"
                  onClick={() => open('lend', [key], true)}
                >
                  {t('lateLoan')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Who had it, and what of the loan they still have. */
function OfLoan({ loan }: { readonly loan: number }) {
  const { t } = useTranslation('keys');
  const { calls } = useServices();
  const { data } = useQuery(calls.keys.get.queryOptions({ input: { loan } }));
  if (!data) return null;
  const left = data.lines.reduce((sum, { lost, pieces, back }) => sum + (lost ? 0 : pieces - back), 0);
  return (
    <span className={own.soft}>
      {[data.borrowerName, data.number].filter(Boolean).join(' · ')}{' '}
      {left === 0 ? null : <Tag tone="warn">{t('stillOut', { count: left })}</Tag>}
    </span>
  );
}
