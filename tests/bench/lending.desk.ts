// The counter that lends in the bench: the services of keys, loans and borrowers over a bench desk, and what is lent there.
import { loanTypeForm } from '../../electron/api/loan-items.contract.ts';
import { settleForm } from '../../electron/api/deposits.contract.ts';
import { createSignatures } from '../../electron/backend/lending/signatures.ts';
import { createApprovals } from '../../electron/backend/people/approvals.ts';
import { createBorrowersService } from '../../electron/backend/people/borrowers.service.ts';
import { createAttachments } from '../../electron/backend/privacy/attachments.ts';
import { createKeyLoansService } from '../../electron/backend/registers/keys/key-loans.service.ts';
import { putKey } from '../../electron/backend/registers/keys/index.ts';
import { createKeysService } from '../../electron/backend/registers/keys/keys.service.ts';
import type { KeysParts } from '../../electron/backend/registers/keys/keys.parts.ts';
import { createItemsService } from '../../electron/backend/registers/loans/items.service.ts';
import type { LoansParts } from '../../electron/backend/registers/loans/loans.parts.ts';
import { createDepositDesk } from '../../electron/backend/registers/loans/deposits.desk.ts';
import { createDepositsService } from '../../electron/backend/registers/loans/deposits.service.ts';
import { createLoansService } from '../../electron/backend/registers/loans/loans.service.ts';
import { uuidv7, uuidv7At } from '../support/ids.ts';
import { keyFile } from '../support/keys.ts';
import { UMBRELLA } from '../support/loans.ts';
import { openBenchDesk, type BenchDesk } from './desk.ts';

/** Enough that a shelf is never empty in a round. */
const THINGS = 600;

const author = { actor: 'staff', staff: 1, approver: null, shift: 2, desk: 'L1' } as const;
const actor = { author, language: 'zh-CN', role: 'supervisor' } as const;

/** What a borrower leaves for an umbrella, where one is asked: ¥20 in cash. */
export const DEPOSIT_FEN = 2000;
const CASH = { how: 'paid', amountFen: DEPOSIT_FEN, method: 'cash', reference: null, reason: null } as const;

export interface Item {
  readonly type: number;
  readonly item: number;
}

/** The records of a loan and of the deposit that was left for it. */
export interface LentItem {
  readonly loan: number;
  readonly deposit: number | null;
}

export interface Counter {
  readonly desk: BenchDesk;
  lendKey(key: number, who: number): number;
  returnKey(loan: number): void;
  /** With its slip printed. */
  lendKeyWithSlip(key: number, who: number): number;
  lendItem(item: Item, who: number, deposit: 'none' | 'cash'): LentItem;
  returnItem(loan: number): void;
  /** Pays the deposit of a loan that is over back in cash, with its slip. */
  refund(deposit: number): void;
  /** Puts the keys and umbrellas on file. */
  furnish(): { readonly keys: readonly number[]; readonly items: readonly Item[] };
  /** Puts `many` invented borrowers on file and answers their records. */
  enrol(many: number): number[];
}

export function openCounter(folder: string, startAt?: number): Counter {
  const desk = openBenchDesk(folder, {}, startAt);
  const { backend, clock, random, parts } = desk;
  const { journal } = backend;
  const borrowers = createBorrowersService({ journal, clock, calendar: parts.calendar });
  const approvals = createApprovals({ clock, random, nextShiftEnds: () => clock.now() });
  const attachments = createAttachments(journal.projection.keys, random);
  const signatures = createSignatures({ attachments, policies: parts.policies });
  const wearerOf = () => null;
  const shared = { ...parts, wearerOf, borrowers, approvals, signatures, desk: () => 'L1' };
  const keysParts: KeysParts = {
    ...shared,
    deskExists: () => true,
    tenantOf: () => null,
    authorisersOf: () => [],
    ...{ doorOf: () => null, namesOf: () => null },
    placesOnFile: () => ({ desks: [], units: [], tenants: [] }),
    nextTurn: async () => {},
    names: { staff: () => null, shift: () => null },
    placeOf: () => nothingIsPrinted(),
  };
  const loansParts: LoansParts = {
    ...shared,
    signatures: { check: () => {}, keep: () => null },
    deposits: createDepositDesk(shared),
  };
  const deposits = createDepositsService(loansParts);
  const [keyLoans, keys] = [createKeyLoansService(keysParts), createKeysService(keysParts)];
  const [loans, items] = [createLoansService(loansParts), createItemsService(loansParts)];
  const pick = (who: number) => ({ from: 'borrower', borrower: who, document: null }) as const;
  const form = (who: number) => ({
    ...{ commandId: uuidv7(), borrower: pick(who), remarks: null, printSlip: false, approval: null },
    ...{ dueAt: null, lentAt: null, signature: null },
  });
  const lendKey = (key: number, who: number, printSlip: boolean): number =>
    keyLoans.lend(actor, {
      ...{
        ...form(who),
        printSlip,
        keys: [{ key, pieces: null, scanned: false }],
        kind: 'lent',
        authorisedBy: null,
      },
      ...{ purpose: '检修', returnedAt: null, overrideReason: null },
    }).id;
  return {
    desk,
    lendKey: (key, who) => lendKey(key, who, false),
    lendKeyWithSlip: (key, who) => lendKey(key, who, true),
    returnKey(loan) {
      const way = { lines: null, broughtBy: null, returnedAt: null, signature: null };
      keys.return(actor, { commandId: uuidv7(), loan, ...way });
    },
    lendItem(item, who, deposit) {
      const lines = [{ ...item, count: 1 }];
      const lent = loans.lend(actor, { ...form(who), lines, deposit: deposit === 'cash' ? CASH : null });
      return { loan: lent.id, deposit: lent.deposit?.id ?? null };
    },
    returnItem(loan) {
      const back = { lines: null, way: 'list', returnedAt: null, signature: null } as const;
      loans.giveBack(actor, { commandId: uuidv7(), loan, ...back });
    },
    refund(deposit) {
      deposits.settle(actor, { ...SETTLING, commandId: uuidv7(), deposit, approval: null });
    },
    furnish() {
      const hung = journal.system(author, (command) =>
        Array.from({ length: THINGS }, (_, at) => {
          const file = keyFile({ code: `K-${at}`, hook: String(at), name: `测试钥匙 ${at}` });
          return putKey(command, random, null, file);
        }),
      );
      const type = items.putType(actor, {
        ...loanTypeForm.parse(UMBRELLA),
        type: null,
        commandId: uuidv7At(clock.now()),
      }).id;
      const stood = Array.from({ length: THINGS }, (_, at) => {
        const asset = `YS-${at}`;
        const put = items.putItem(actor, {
          commandId: uuidv7At(clock.now()),
          item: null,
          type,
          asset,
          remark: null,
        });
        return { type, item: put.id };
      });
      return { keys: hung, items: stood };
    },
    enrol(many) {
      const records: number[] = [];
      while (records.length < many) {
        journal.system(author, (command) => {
          for (let left = Math.min(500, many - records.length); left > 0; left -= 1) {
            const person = somebody(records.length);
            records.push(borrowers.resolve(command, { from: 'new', person, document: null }).id);
          }
        });
      }
      return records;
    },
  };
}

/** As the call hands it over. */
const SETTLING = settleForm.parse({ proof: { how: 'receipt' } });

const FAMILY = '赵钱孙李周吴郑王冯陈';
const GIVEN = '测试甲乙丙丁戊己庚辛';

/** The `n`-th invented borrower; each has a phone of their own. */
export function somebody(n: number) {
  const name = `${FAMILY[n % 10]}${GIVEN[Math.floor(n / 10) % 10]}${GIVEN[Math.floor(n / 100) % 10]}`;
  const phone = `139${String((n * 7919) % 100_000_000).padStart(8, '0')}`;
  const company = `测试单位 ${n % 2000}`;
  return { kind: n % 3 === 0 ? 'contractor' : 'walkIn', name, phone, company, unit: null } as const;
}

function nothingIsPrinted(): never {
  throw new Error('the bench prints no slip of a loan and takes no deposit');
}
