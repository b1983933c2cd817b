// A counter that lends a wheelchair against a deposit, for tests; and what is in its till.
import type { ApiClient } from '../../electron/api/contract.ts';
import { openTestDesk, type TestDesk } from './desk.ts';
import { paid, stockUp, stranger, type Paid, type TestThings } from './deposits.ts';
import { uuidv7 } from './ids.ts';

interface Counter extends AsyncDisposable {
  readonly desk: TestDesk;
  /** A supervisor's window, and a receptionist's. */
  readonly boss: ApiClient;
  readonly api: ApiClient;
  readonly things: TestThings;
  /** Lends the wheelchair to somebody new; the receptionist does. */
  lend(
    deposit?: Paid,
    more?: { readonly lentAt?: number },
  ): Promise<{ loan: number; deposit: number; number: string | undefined; jobs: number[] }>;
  giveBack(loan: number): Promise<unknown>;
}

/** A desk with a supervisor's and a receptionist's window, a wheelchair and umbrellas. */
export async function openCounter(): Promise<Counter> {
  const desk = await openTestDesk();
  const boss = await desk.signedIn('supervisor');
  const things = await stockUp(boss);
  const api = await desk.signedIn();
  let people = 0;
  const lend: Counter['lend'] = async (deposit = paid(50_000), more = {}) => {
    const lines = [{ type: things.wheelchairs, item: things.wheelchair }];
    people += 1;
    const borrower = stranger(people);
    const lent = await api.loans.lend({
      ...{ commandId: uuidv7(), lines, borrower, deposit, remarks: null, printSlip: false, ...more },
    });
    return {
      loan: lent.id,
      deposit: lent.deposit?.id ?? 0,
      number: lent.deposit?.number,
      jobs: lent.printJobs,
    };
  };
  const giveBack = (loan: number) => api.loans.return({ commandId: uuidv7(), loan, way: 'list' });
  return {
    desk,
    boss,
    api,
    things,
    lend,
    giveBack,
    [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose](),
  };
}

/** What is in the cash till of the desk, and what of it belongs to somebody, in fen. */
export async function till(api: ApiClient) {
  const row = (await api.loans.cash()).find(({ desk, method }) => desk === 'L1' && method === 'cash');
  return row && { balance: row.balanceFen, held: row.heldFen };
}
