// What stands in the way of lending, said as soon as it is known, and the approval that lets things go all the same.
import { useTranslation } from 'react-i18next';
import { Callout } from '../../ui/callout.tsx';
import { ReasonFields } from '../approval/reason-fields.tsx';
import type { ApprovalInForm } from '../approval/use-approval.ts';

export function LendBars(props: {
  readonly title: string;
  /** One line a reason; nothing is drawn where there is none. */
  readonly lines: readonly string[];
  readonly approval: ApprovalInForm;
  /** Whether whoever acts may let them go by themselves. */
  readonly mayOverride: boolean;
  readonly reason: string;
  /** The name that errors have for the reason. */
  readonly field: string;
  readonly error: (field: string) => string | undefined;
  readonly onReason: (reason: string) => void;
}) {
  const { t } = useTranslation('lending');
  const { title, lines, approval, mayOverride, reason, field, error, onReason } = props;
  if (lines.length === 0) return null;
  return (
    <>
      <Callout tone="warn" announce title={title}>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
        <span>{t(mayOverride ? 'barredMay' : 'barredTodo')}</span>
      </Callout>
      <ReasonFields {...{ approval, reason, field, error, onReason }} needsApproval={!mayOverride} />
    </>
  );
}
