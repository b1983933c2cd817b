// A scan, or a code typed into the box, goes to the register whose code it is; a badge to the form that lends.
import { useLocation } from 'wouter';
import { badgeUid } from '../../electron/api/people.contract.ts';
import { useKeysDesk } from '../features/keys/keys-desk.tsx';
import { useLoansDesk } from '../features/loans/loans-desk.tsx';
import { useVisitorsDesk } from '../features/visitors/visitors-desk.tsx';
import { borrowerClaim } from './lending/borrower-claim.ts';
import { registerAt } from './registers.ts';
import { registerOfCode } from './scan-code.ts';
import { useServices } from './services.ts';

/** What the code itself does not tell is a colleague's badge where a form lends, else for the register whose page is open. */
export function useScans(): (text: string) => void {
  const [path] = useLocation();
  const { api } = useServices();
  const visitors = useVisitorsDesk();
  const keys = useKeysDesk();
  const loans = useLoansDesk();

  function scan(text: string): void {
    const register = registerOfCode(text) ?? registerAt(path);
    const desk = register === 'keys' ? keys : register === 'loans' ? loans : visitors;
    desk.scan(text);
  }

  return (text) => {
    const lending = borrowerClaim();
    if (!lending || registerOfCode(text) !== null || !badgeUid.safeParse(text).success) return scan(text);
    api.borrowers.byBadge({ badge: text }).then(
      (row) => (row ? lending.colleague(row) : scan(text)),
      () => scan(text),
    );
  };
}
