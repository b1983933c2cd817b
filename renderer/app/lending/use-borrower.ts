// The borrower within a form that lends: who is chosen or put on file, what is wrong with it, and who was known already.
import { useState } from 'react';
import type { BorrowerPick, BorrowerRow } from '../../../electron/api/borrowers.contract.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { useServices } from '../services.ts';
import { nobody, pickOf, takingKnown, wrongInBorrower } from './borrower-choice.ts';
import type { BorrowerMessage, BorrowerValues, NewPerson } from './borrower-choice.ts';
import { knownIn } from './borrower-refusal.ts';

export interface BorrowerInForm {
  /** What somebody new mostly is at this form. */
  readonly newKind: NewPerson['kind'];
  readonly values: BorrowerValues;
  /** Sent with the loan; null while it is not known who borrows. */
  readonly pick: BorrowerPick | null;
  readonly name: string;
  /** Somebody is chosen, or being put on file. */
  readonly begun: boolean;
  /** Who has the phone or document that was typed for somebody new: one key takes them. */
  readonly known: BorrowerRow | null;
  change(values: BorrowerValues): void;
  takeKnown(): void;
  check(documentDue: boolean): FieldErrors<BorrowerMessage>;
  /** Looks at what was refused: somebody who is on file already is offered. */
  refused(error: unknown): void;
}

interface Known {
  readonly row: BorrowerRow;
  readonly by: 'phone' | 'documentNumber';
}

export function useBorrower(newKind: NewPerson['kind']): BorrowerInForm {
  const { api } = useServices();
  const [values, setValues] = useState(nobody);
  const [known, setKnown] = useState<Known | null>(null);

  function change(next: BorrowerValues): void {
    setKnown(null);
    setValues(next);
  }

  return {
    ...{ newKind, values, change },
    pick: pickOf(values),
    name: values.person?.name ?? values.chosen?.name ?? '',
    begun: values.person !== null || values.chosen !== null,
    known: known?.row ?? null,
    takeKnown() {
      if (known) change(takingKnown(values, known.row, known.by));
    },
    check: (documentDue) => wrongInBorrower(values, documentDue),
    refused(error) {
      const one = knownIn(error);
      if (!one) return;
      api.borrowers.get({ borrower: one.borrower }).then(
        (row) => setKnown({ row, by: one.field }),
        // The sentence beside the field says it, too.
        () => {},
      );
    },
  };
}
