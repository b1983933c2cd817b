// A small form in the panel of a loan or a key, in the words of this register.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePolicies } from '../../app/policies.ts';
import { ToolForm } from '../../app/tool-form.tsx';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { useNotices } from '../../ui/notice.tsx';
import { DoneLine } from './done-line.tsx';
import type { Did } from './done-line.tsx';
import { fieldsRefused, KeyRefusal } from './key-refusal.tsx';
import type { FieldMessage } from './key-refusal.tsx';

/** `done` is null where `send` says by itself what came of it. */
export function KeyTool(props: {
  readonly title: string;
  readonly hint: string;
  readonly done: { readonly did: Did; readonly number?: string; readonly keyName?: string } | null;
  /** The usual answer stands there already: one Enter gives it. */
  readonly ready?: boolean;
  readonly check: () => FieldErrors<FieldMessage>;
  readonly send: (commandId: string) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: (error: (field: string) => string | undefined) => ReactNode;
}) {
  const { t } = useTranslation('keys');
  const { done, send, ...form } = props;
  const notices = useNotices();
  const late = usePolicies()['lateEntry.days'];

  async function sendAndSay(commandId: string): Promise<void> {
    await send(commandId);
    if (done) notices.show({ tone: 'good', body: <DoneLine {...done} /> });
    form.onClose();
  }

  return (
    <ToolForm<FieldMessage>
      {...form}
      words={{ fieldsOf: fieldsRefused, say: (message) => t(message, { late }), Refusal: KeyRefusal }}
      send={sendAndSay}
    />
  );
}
