// 0016: what is offered back for things that turned up, and whose a loan was by mistake.
import type { Migration } from './migration.ts';

export const foundAgain: Migration = {
  version: 16,
  name: 'found-again',
  up(exec) {
    exec(`
      ALTER TABLE deposit ADD COLUMN offered_fen INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX deposit_offered ON deposit (offered_fen) WHERE offered_fen > 0;
      ALTER TABLE loan ADD COLUMN former TEXT;
      CREATE INDEX loan_former ON loan (former) WHERE former IS NOT NULL;
    `);
  },
};
