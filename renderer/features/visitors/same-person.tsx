// Somebody alike is here or announced: be that visit, or go on as another person; decided before a second record exists.
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlikeVisit } from '../../../electron/api/alike.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import type { VisitorFormState } from './visitor-form-state.ts';
import entry from '../../ui/entry-form.module.css';
import styles from './visitor-form.module.css';
import { useVisitorsDesk } from './visitors-desk.tsx';
import type { Draft } from './workplace.ts';

export interface SamePerson {
  readonly alike: readonly AlikeVisit[];
  /** Somebody is alike, and the desk has said that it is another person. */
  readonly another: boolean;
  /** Nothing stands in the way of a record of its own. */
  readonly settled: boolean;
  sayAnother(): void;
}

/** Numbers and phones count from this length on: shorter ones are still being typed. */
const SHORTEST = 8;

/** `expectedFrom` is the day of a pre-registration (UTC ms); null for who stands here now. `gone`: their visit is over. */
export function useSamePerson(props: {
  readonly draft: Draft;
  readonly state: VisitorFormState;
  readonly front: boolean;
  readonly expectedFrom: number | null;
  readonly gone: boolean;
}): SamePerson {
  const { draft, state, front, expectedFrom, gone } = props;
  const { calls } = useServices();
  const { values } = state.form;
  const name = useDeferredValue(values.name.trim());
  const phone = useDeferredValue(whole(values.phone));
  const documentNumber = useDeferredValue(whole(values.documentNumber));
  const [saidOf, setSaidOf] = useState('');
  const asks = front && draft.kind !== 'amend' && (name !== '' || phone !== '' || documentNumber !== '');
  const query = useQuery({
    ...calls.visitors.alike.queryOptions({
      input: {
        ...{ name, phone, documentNumber, expectedFrom, gone, except: draft.visit },
        documentType: documentNumber === '' ? null : values.documentType,
      },
    }),
    enabled: asks,
    gcTime: 0,
    // The offer stands, and its keys with it, until there is another answer.
    placeholderData: keepPreviousData,
  });
  const alike = asks ? (query.data ?? []) : [];
  const those = alike.map(({ id }) => id).join();
  const another = those !== '' && saidOf === those;
  return {
    alike,
    another,
    settled: another || alike.length === 0,
    sayAnother: () => setSaidOf(those),
  };
}

export function SamePersonOffer(props: {
  readonly draft: Draft;
  readonly state: VisitorFormState;
  readonly same: SamePerson;
  readonly front: boolean;
}) {
  const { t } = useTranslation('visitors');
  const { draft, state, same, front } = props;
  const desk = useVisitorsDesk();
  const [first] = same.alike;
  const asked = front && first !== undefined && !same.another;
  // The same document is no other person: the number was mistyped, or the visit is open already.
  const mayBeAnother = !same.alike.some(({ same: by, state: at }) => by === 'document' && at === 'on_site');
  useShortcuts(
    { 'Alt+KeyS': () => first && be(first), ...(mayBeAnother ? { 'Alt+KeyA': same.sayAnother } : {}) },
    asked,
  );

  /** The form is put away whole; what was typed of the person goes along to an arrival. */
  function be(visit: AlikeVisit): void {
    desk.move({ do: 'putAway', draft: draft.id, keep: true });
    if (!arrives(visit, draft)) {
      desk.lookUp(visit.id, true);
      return;
    }
    const { phone, documentNumber } = state.form.values;
    const given = {
      ...(phone === '' ? {} : { phone }),
      ...(documentNumber === '' || draft.card ? {} : { documentNumber }),
    };
    desk.open('arrive', visit.id, given, draft.card);
  }

  if (first === undefined) return null;
  if (same.another) {
    return (
      <p className={entry.note} role="status">
        {t('same.decided')}
      </p>
    );
  }
  return (
    <Callout tone="warn" announce title={t('same.title')}>
      {same.alike.slice(0, MOST_SHOWN).map((visit, index) => (
        <div key={visit.id} className={styles.same}>
          <span>
            <SameLine visit={visit} />
          </span>
          <Button
            size="compact-sm"
            data-field={index === 0 ? 'samePerson' : undefined}
            variant={index === 0 ? 'filled' : 'default'}
            rightSection={index === 0 ? <KeyHint keys="Alt+S" /> : undefined}
            onClick={() => be(visit)}
          >
            {t(arrives(visit, draft) ? 'same.arrive' : 'same.open')}
          </Button>
        </div>
      ))}
      {mayBeAnother ? (
        <Button
          size="compact-sm"
          variant="default"
          w="fit-content"
          rightSection={<KeyHint keys="Alt+A" />}
          onClick={same.sayAnother}
        >
          {t('same.other')}
        </Button>
      ) : null}
    </Callout>
  );
}

/** More than this are a common name: the box tells them apart. */
const MOST_SHOWN = 3;

function arrives(visit: AlikeVisit, draft: Draft): boolean {
  return visit.state === 'expected' && draft.kind === 'register';
}

function SameLine({ visit }: { readonly visit: AlikeVisit }) {
  const { t } = useTranslation('visitors');
  const { times } = useProperty();
  const at = visit.arrivedAt ?? visit.expectedFrom;
  const said = [
    ...[visit.name, visit.company, visit.hostName, visit.unitText],
    ...[at === null ? null : times.short(at), visit.number],
  ];
  return t(visit.state === 'on_site' ? 'same.onSite' : 'same.expected', {
    who: t(`same.${visit.same}`),
    said: said.filter(Boolean).join(' · '),
  });
}

function whole(text: string): string {
  const trimmed = text.trim();
  return trimmed.length < SHORTEST ? '' : trimmed;
}
