// A tool of a visit that asks why, and for a supervisor's approval where one's own role is not enough.
import type { Approvable } from '../../../electron/api/rights.ts';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import { useReasoned } from '../../app/approval/reason-fields.tsx';
import type { Reasoned } from '../../app/approval/reason-fields.tsx';
import { VisitTool } from './visit-tool.tsx';

/** `needsApproval` by the role of whoever acts; the backend decides in any case. `did` is as of the tool itself. */
export function ReasonedTool(props: {
  readonly title: string;
  readonly hint: string;
  readonly visit: VisitDetail;
  readonly did: 'voidedDone' | null;
  readonly right: Approvable;
  readonly needsApproval: boolean;
  readonly send: (command: Reasoned & { readonly visit: number }) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const { title, hint, visit, did, right, needsApproval, onClose } = props;
  const reasoned = useReasoned({ right, record: visit.id, needsApproval });

  async function send(commandId: string): Promise<void> {
    await props.send({ visit: visit.id, ...(await reasoned.command(commandId)) });
  }

  return (
    <VisitTool {...{ title, hint, visit, did, onClose, send }} check={reasoned.check}>
      {reasoned.fields}
    </VisitTool>
  );
}
