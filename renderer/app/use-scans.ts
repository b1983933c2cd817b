// A scan, or a code typed into the box, goes to the register whose code it is.
import { useLocation } from 'wouter';
import { useKeysDesk } from '../features/keys/keys-desk.tsx';
import { useLoansDesk } from '../features/loans/loans-desk.tsx';
import { useVisitorsDesk } from '../features/visitors/visitors-desk.tsx';
import { registerAt } from './registers.ts';
import { registerOfCode } from './scan-code.ts';

/** What the code itself does not tell is for the register whose page is open. */
export function useScans(): (text: string) => void {
  const [path] = useLocation();
  const visitors = useVisitorsDesk();
  const keys = useKeysDesk();
  const loans = useLoansDesk();
  return (text) => {
    const register = registerOfCode(text) ?? registerAt(path);
    const desk = register === 'keys' ? keys : register === 'loans' ? loans : visitors;
    desk.scan(text);
  };
}
