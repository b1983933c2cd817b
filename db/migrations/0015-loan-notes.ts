// 0015: who brought keys back, and why keys left against the rules.
import type { Migration } from './migration.ts';

export const loanNotes: Migration = {
  version: 15,
  name: 'loan-notes',
  up(exec) {
    exec(`
      ALTER TABLE key_loan ADD COLUMN brought_by TEXT;
      ALTER TABLE key_loan ADD COLUMN bars TEXT;
      ALTER TABLE key_loan ADD COLUMN override_reason TEXT;
    `);
  },
};
