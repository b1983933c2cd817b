// Every migration in order. A shipped one is never edited; the next number is added below.
import { foundation } from './0001-foundation.ts';
import { search } from './0002-search.ts';
import { policies } from './0003-policies.ts';
import { places } from './0004-places.ts';
import { paper } from './0005-paper.ts';
import { turnstileCards } from './0006-turnstile-cards.ts';
import { approvals } from './0007-approvals.ts';
import { lending } from './0008-lending.ts';
import { keys } from './0009-keys.ts';
import { loans } from './0010-loans.ts';
import { keyCare } from './0011-key-care.ts';
import { deposits } from './0012-deposits.ts';
import { itemTags } from './0013-item-tags.ts';
import { fewPages } from './0014-few-pages.ts';
import { loanNotes } from './0015-loan-notes.ts';
import { foundAgain } from './0016-found-again.ts';
import { oneOpenIndex } from './0017-one-open-index.ts';
import { whoAndHow } from './0018-who-and-how.ts';
import { noDocument } from './0019-no-document.ts';
import { turnedAway } from './0020-turned-away.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [
  foundation,
  search,
  policies,
  places,
  paper,
  turnstileCards,
  approvals,
  lending,
  keys,
  loans,
  keyCare,
  deposits,
  itemTags,
  fewPages,
  loanNotes,
  foundAgain,
  oneOpenIndex,
  whoAndHow,
  noDocument,
  turnedAway,
];
