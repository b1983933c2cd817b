// The whole database as Kysely sees it: table name → row.
import type { CashMoveTable, CashTotalTable, DepositTable, StrayReturnTable } from './deposits.ts';
import type { PrintJobTable, ScanCodeTable } from './devices.ts';
import type {
  CommandTable,
  CounterTable,
  EventTable,
  InstallationTable,
  RecordIssueTable,
  RecordKeyTable,
  SecretTable,
} from './journal.ts';
import type { AttachmentTable, BorrowerTable, BorrowerWordTable } from './lending.ts';
import type { KeyCaseTable, KeyStocktakeTable } from './key-care.ts';
import type { KeyLoanLineTable, KeyLoanTable, KeyTable } from './keys.ts';
import type { ApprovalTable, FailedTryTable, StaffTable } from './people.ts';
import type { LoanItemTable, LoanLineTable, LoanStockTable, LoanTable, LoanTypeTable } from './loans.ts';
import type { ContactTable, DeskTable, PropertyTable, TenantTable, UnitTable } from './places.ts';
import type { PolicyTable } from './policies.ts';
import type { SearchDocTable, SearchIndexTable, SearchMarkTable } from './search.ts';
import type { ShiftTable } from './shifts.ts';
import type { CardBatchTable, HeldCardTable, VisitTable } from './visitors.ts';

export interface Schema {
  event: EventTable;
  command: CommandTable;
  counter: CounterTable;
  record_key: RecordKeyTable;
  secret: SecretTable;
  installation: InstallationTable;
  record_issue: RecordIssueTable;
  property: PropertyTable;
  desk: DeskTable;
  unit: UnitTable;
  tenant: TenantTable;
  contact: ContactTable;
  policy: PolicyTable;
  staff: StaffTable;
  approval: ApprovalTable;
  failed_try: FailedTryTable;
  borrower: BorrowerTable;
  borrower_word: BorrowerWordTable;
  attachment: AttachmentTable;
  shift: ShiftTable;
  visit: VisitTable;
  held_card: HeldCardTable;
  card_batch: CardBatchTable;
  key: KeyTable;
  key_loan: KeyLoanTable;
  key_loan_line: KeyLoanLineTable;
  loan_type: LoanTypeTable;
  loan_item: LoanItemTable;
  loan_stock: LoanStockTable;
  loan: LoanTable;
  loan_line: LoanLineTable;
  key_case: KeyCaseTable;
  key_stocktake: KeyStocktakeTable;
  deposit: DepositTable;
  cash_move: CashMoveTable;
  cash_total: CashTotalTable;
  stray_return: StrayReturnTable;
  scan_code: ScanCodeTable;
  print_job: PrintJobTable;
  search_index: SearchIndexTable;
  search_doc: SearchDocTable;
  search_mark: SearchMarkTable;
}
