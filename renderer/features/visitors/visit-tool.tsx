// A small form in a visit's panel: one action that needs a word more before it is confirmed.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { UndoLabel } from '../../app/quiet-words.tsx';
import { ToolForm } from '../../app/tool-form.tsx';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { useNotices } from '../../ui/notice.tsx';
import { DoneLine } from './done-line.tsx';
import { useFieldBounds } from './field-bounds.ts';
import type { NamedVisit } from './visit-actions.tsx';
import { fieldsRefused, VisitRefusal } from './visit-refusal.tsx';
import type { FieldMessage } from './visit-refusal.tsx';

export function VisitTool(props: {
  readonly title: string;
  readonly hint: string;
  readonly visit: NamedVisit;
  /** Null where the caller shows what came of it: then the form neither says so nor closes. */
  readonly did: 'voidedDone' | 'cardGivenDone' | 'deniedDone' | null;
  /** The way back, offered where it is said what was done. */
  readonly undo?: () => void;
  readonly check: () => FieldErrors<FieldMessage>;
  readonly send: (commandId: string) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: (error: (field: string) => string | undefined) => ReactNode;
}) {
  const { t } = useTranslation('visitors');
  const { visit, did, send, undo, ...form } = props;
  const notices = useNotices();
  const bounds = useFieldBounds();

  async function sendAndSay(commandId: string): Promise<void> {
    await send(commandId);
    if (did === null) return;
    const action = undo && { label: <UndoLabel />, run: undo };
    notices.show({ tone: 'good', body: <DoneLine did={did} visit={visit} />, ...(action ? { action } : {}) });
    form.onClose();
  }

  return (
    <ToolForm<FieldMessage>
      {...form}
      words={{ fieldsOf: fieldsRefused, say: (message) => t(message, bounds), Refusal: VisitRefusal }}
      send={sendAndSay}
    />
  );
}
