// Who is inside now, on paper: to be signed out by pen while the desk is without power.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { SheetTable } from '../../ui/sheet-table.tsx';

const COLUMNS = [
  { word: 'number', width: 31 },
  { word: 'name' },
  { word: 'phone', width: 27 },
  { word: 'host' },
  { word: 'arrived', width: 24 },
  { word: 'left', width: 20 },
] as const;

export function OnSiteList() {
  const { t } = useTranslation('paper');
  const { calls } = useServices();
  const { times } = useProperty();
  // The same reading as the evacuation list: everybody inside, in one call, however many they are.
  const list = useQuery({ ...calls.visitors.evacuation.queryOptions(), staleTime: 0 });
  if (list.error && !list.data) return <Callout tone="warn" title={t('onSiteUnreadable')} />;
  if (!list.data) return null;
  const people = list.data.floors
    .flatMap((floor) => floor.people)
    .toSorted((a, b) => (a.arrivedAt ?? 0) - (b.arrivedAt ?? 0));
  return (
    <>
      <h2>{t('onSite', { time: times.full(list.data.at), people: people.length })}</h2>
      {people.length === 0 ? <p>{t('nobody')}</p> : null}
      <SheetTable columns={COLUMNS.map(({ word, ...column }) => ({ ...column, label: t(word) }))}>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td>{person.number}</td>
              <td>
                {person.name ?? '–'}
                {person.children > 0 ? ` +${person.children}` : ''}
              </td>
              <td>{person.phone ?? '–'}</td>
              <td>{[person.hostName, person.unitText].filter(Boolean).join(' ') || '–'}</td>
              <td>{person.arrivedAt === null ? '–' : times.short(person.arrivedAt)}</td>
              {/* For the pen. */}
              <td>{'\u00a0'}</td>
            </tr>
          ))}
        </tbody>
      </SheetTable>
    </>
  );
}
