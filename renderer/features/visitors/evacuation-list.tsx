// The evacuation list 疏散名单: everybody inside by floor, over any screen, without a sign-in; ticked off, printed.
import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { useCallback } from 'react';
import type { Dispatch, SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { PaperSheet } from '../../app/paper-sheet.tsx';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EvacuationFloor } from './evacuation-floor.tsx';
import { EveryoneTools } from './everyone-tools.tsx';
import { closeFor, countMet, noRollCall, tickOff } from './roll-call.ts';
import type { RollCall } from './roll-call.ts';

/** `mayWrite` is false where nobody is signed in: then it is looked at, ticked and printed. */
export function EvacuationList(props: {
  readonly mayWrite: boolean;
  /** Kept by whoever opens the list, so that it goes on when the list is opened again. */
  readonly call: RollCall;
  readonly onCall: Dispatch<SetStateAction<RollCall>>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('evacuation');
  const { mayWrite, call, onCall } = props;
  const { api, calls } = useServices();
  const { times } = useProperty();
  useHelpPage('evacuation');
  const list = useQuery({ ...calls.visitors.evacuation.queryOptions(), staleTime: 0 });
  const unverified = list.data?.unverified ?? [];
  const inside = list.data?.floors.reduce((sum, floor) => sum + floor.people.length, 0) ?? 0;
  const people = inside + unverified.length;
  const all = [...(list.data?.floors.flatMap((floor) => floor.people) ?? []), ...unverified];
  const children = all.reduce((sum, person) => sum + person.children, 0);
  const listed = all.map(({ id }) => id);
  const { met } = call;
  const tick = useCallback(
    (visit: number): void => onCall((before) => tickOff(before, visit, Date.now())),
    [onCall],
  );
  const facts = list.data
    ? [
        t('inside', { people: inside }),
        ...(unverified.length === 0 ? [] : [t('besides', { people: unverified.length })]),
        ...(children > 0 ? [t('children', { children })] : []),
        t('staffNotIncluded'),
        ...list.data.desks.map(({ code, until }) => t('desk', { desk: code, time: times.full(until) })),
      ]
    : [];

  /** Whoever closes a list on which nobody is missing has finished the roll-call. */
  function close(): void {
    if (list.data) onCall((before) => closeFor(before, listed));
    props.onClose();
  }

  return (
    <PaperSheet
      title={t('title')}
      at={list.data?.at}
      facts={facts}
      tools={
        list.data ? (
          <>
            <strong role="status">
              {t('counted', { out: countMet(call, listed), people })}
              {unverified.length === 0 ? null : t('countedOf', { inside, unverified: unverified.length })}
              {call.begun === null ? null : t('countedSince', { time: times.time(call.begun) })}
            </strong>
            {call.begun === null ? null : (
              <Button size="compact-sm" variant="subtle" onClick={() => onCall(noRollCall)}>
                {t('countAnew')}
              </Button>
            )}
            <EveryoneTools list={list.data} mayWrite={mayWrite} />
          </>
        ) : null
      }
      // A newcomer's list ticks it off; at a real desk it says nothing to anybody.
      onPaper={() => void api.training.notice({ task: 'evacuation' }).catch(() => {})}
      onClose={close}
    >
      {list.error ? <Callout tone="bad" announce title={t('unreadable')} /> : null}
      {list.data && people === 0 ? <EmptyState title={t('nobody')} /> : null}
      {people === 0 ? null : (
        <>
          {list.data?.floors.map((floor) => (
            <EvacuationFloor
              key={floor.floor ?? 'none'}
              title={floor.floor === null ? t('noFloor') : t('floor', { floor: floor.floor })}
              people={floor.people}
              met={met}
              onMet={tick}
            />
          ))}
          {unverified.length === 0 ? null : (
            <EvacuationFloor
              title={t('unverified')}
              note={t('unverifiedNote')}
              people={unverified}
              met={met}
              onMet={tick}
            />
          )}
        </>
      )}
    </PaperSheet>
  );
}
