// Whoever borrows 借用人: found on file, put on file, or told by the card or badge that they show; with their document.
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BorrowerRow } from '../../../electron/api/borrowers.contract.ts';
import { Callout } from '../../ui/callout.tsx';
import { useBorrowerClaim } from './borrower-claim.ts';
import { blankDocument, nobody, saidOf, withCard } from './borrower-choice.ts';
import type { BorrowerValues } from './borrower-choice.ts';
import { BorrowerDocument } from './borrower-document.tsx';
import { BorrowerField } from './borrower-field.tsx';
import { Newcomer } from './newcomer.tsx';
import type { BorrowerInForm } from './use-borrower.ts';

export function BorrowerPick(props: {
  readonly borrower: BorrowerInForm;
  /** In front, and not on its way: cards and badges are meant for this form. */
  readonly front: boolean;
  /** Why a document is needed before anything leaves; null where none is. */
  readonly documentAsked: string | null;
  readonly error: (field: string) => string | undefined;
  /** The field was typed into, and is no longer wrong. */
  readonly onMend: (field: string) => void;
}) {
  const { borrower, front, documentAsked, error, onMend } = props;
  const { values, newKind, known } = borrower;
  const { chosen, person, document } = values;
  const box = useRef<HTMLDivElement>(null);

  function change(next: BorrowerValues): void {
    for (const field of FIELDS) onMend(field);
    borrower.change(next);
  }

  /** Drawn first: the fields of somebody new come with the change. */
  function goTo(field: string): void {
    requestAnimationFrame(() => {
      const form = box.current?.closest('form');
      form?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
    });
  }

  useBorrowerClaim(
    {
      taken(row) {
        change({ ...nobody, chosen: row });
        goTo('confirm');
      },
      unknown(card) {
        const next = withCard(values, card, newKind);
        change(next);
        goTo(next.person ? 'phone' : 'confirm');
      },
    },
    front,
  );

  function takeKnown(): void {
    borrower.takeKnown();
    goTo('confirm');
  }

  return (
    <div ref={box} style={{ display: 'contents' }}>
      {person ? (
        <Newcomer
          person={person}
          error={error}
          onChange={(next) => change({ ...values, person: next })}
          onBack={() => {
            change(nobody);
            goTo('borrower');
          }}
        />
      ) : (
        <BorrowerField
          value={chosen}
          newKind={newKind}
          error={error('borrower')}
          onTake={(row) => change({ ...nobody, chosen: row })}
          onNew={(one) => change({ ...nobody, person: one })}
        />
      )}
      {known ? <KnownAlready row={known} onTake={takeKnown} /> : null}
      {borrower.begun ? (
        <BorrowerDocument
          onFile={chosen?.documentMasked ?? null}
          asked={documentAsked}
          document={document ?? (documentAsked === null ? null : blankDocument)}
          error={error('documentNumber')}
          onChange={(next) => change({ ...values, document: next, withoutDocument: false })}
          onWithout={() => change({ ...values, document: null, withoutDocument: true })}
        />
      ) : null}
    </div>
  );
}

const FIELDS = ['borrower', 'name', 'phone', 'company', 'documentNumber'] as const;

/** Whoever has this phone or document: one key takes them instead of somebody new. */
function KnownAlready({ row, onTake }: { readonly row: BorrowerRow; readonly onTake: () => void }) {
  const { t } = useTranslation('lending');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Callout tone="info" announce title={t('knownAlready', { name: row.name ?? '' })}>
      <span>{saidOf(row)}</span>
      <div>
        <Button ref={button} size="compact-sm" onClick={onTake}>
          {t('takeKnown', { name: row.name ?? '' })}
        </Button>
      </div>
    </Callout>
  );
}
