// A small form in the panel of a loan, in the words of this register; it closes when it is done.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ToolForm } from '../../app/tool-form.tsx';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { fieldsRefused, LoanRefusal } from './loan-refusal.tsx';
import type { FieldMessage } from './loan-refusal.tsx';

/** The sentence beside a field, or undefined. */
export type ErrorOf = (field: string) => string | undefined;

export function LoanTool(props: {
  readonly title: string;
  readonly hint: string;
  readonly confirm?: string;
  readonly ready?: boolean;
  readonly check: () => FieldErrors<FieldMessage>;
  /** Says in the quiet line what came of it. */
  readonly send: (commandId: string) => Promise<void>;
  readonly onClose: () => void;
  readonly children: (error: ErrorOf) => ReactNode;
}) {
  const { t } = useTranslation('loans');
  const { send, onClose, children, ...form } = props;
  return (
    <ToolForm<FieldMessage>
      {...form}
      words={{ fieldsOf: fieldsRefused, say: (message) => t(message), Refusal: LoanRefusal }}
      onClose={onClose}
      send={async (commandId) => {
        await send(commandId);
        onClose();
      }}
    >
      {children}
    </ToolForm>
  );
}
