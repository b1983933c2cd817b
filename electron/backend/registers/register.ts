// The face every register fills, and what the house hands to each.
import type { AnyRouter } from '@orpc/server';
import type { Language } from '../../api/boot.ts';
import type { HeldThing } from '../../api/borrowers.contract.ts';
import type { OpenItem } from '../../api/places-file.contract.ts';
import type { TAG_WEARERS } from '../../api/rfid-tags.ts';
import type { Role } from '../../api/rights.ts';
import type { SearchHit } from '../../api/search.contract.ts';
import type { Db, Tx } from '../database/handle.ts';
import type { Slip } from '../devices/printer/slip.ts';
import type { Author } from '../journal/append.ts';
import type { Command } from '../journal/command.ts';
import type { AnyProjector } from '../journal/projector.ts';

/** Who acts, in which role, and in which language the slips come out. */
export interface Actor {
  readonly author: Author;
  readonly language: Language;
  /** Null where nobody is signed in. */
  readonly role: Role | null;
}

/** A slip to be printed: a record, which of its slips, in which language. Never its words. */
export interface SlipOrder {
  readonly record: number;
  readonly kind: string;
  readonly language: Language;
  /** How many times it was printed before; 0 the first time. */
  readonly reprint: number;
}

/** The print queue as a register sees it: the job is committed with the action, printed after it. */
export interface SlipQueue {
  /** Answers the job's id. */
  enqueue(tx: Tx, order: SlipOrder): number;
  /** Call after the commit. */
  wake(): void;
}

/** What a record is found by, as it is written; search makes its own keys of it (search/README.md). */
export interface SearchTerms {
  /** People. */
  readonly names: readonly string[];
  /** People by whose names it is found while it is open: in memory alone, never in the index. */
  readonly whileOpen?: readonly string[];
  readonly companies: readonly string[];
  /** Readings of these that somebody corrected by hand. */
  readonly spelled?: readonly string[];
  readonly phones: readonly string[];
  /** Units, plates: found from their beginning, and from their first digit. */
  readonly codes: readonly string[];
  /** Found by the whole only: the record's number, the last four of a document. */
  readonly wholes: readonly string[];
  /** Blind indexes: found by the full number of the document only. */
  readonly blind: readonly string[];
}

/** A record as the box shows and finds it. */
export interface SearchCard {
  readonly hit: Omit<SearchHit, 'record' | 'register' | 'overdue'>;
  /** From when on it is overdue (UTC ms); null for what cannot be. */
  readonly dueAt: number | null;
  /** Null where nothing may be found any more: the record was erased, or is locked. */
  readonly terms: SearchTerms | null;
}

/** Whom a tenant's open matters hang on, when it moves out. */
export interface Tenancy {
  readonly tenant: number;
  readonly units: readonly number[];
  readonly contacts: readonly number[];
}

/** Something that is out, as the register that lent it says. */
export interface HeldItem {
  readonly borrower: number;
  /** The loan. */
  readonly record: number;
  readonly number: string;
  /** The key's or the item's name; null where it was erased or is locked. */
  readonly title: string | null;
  readonly titleEn?: string;
  readonly lentAt: number;
  readonly dueAt: number | null;
}

/** What wears an RFID tag: a thing of a register, or somebody's badge. */
export interface TagWearer {
  readonly wearer: (typeof TAG_WEARERS)[number];
  readonly record: number;
  /** What it is called by: the code of a thing, a staff number. */
  readonly number: string;
}

export interface TaggedThing extends TagWearer {
  /** What a scan of it is. */
  readonly code: string;
}

/** Whether anything else than the record `own` wears this RFID tag; null for a tag that is free. */
export type WearerOf = (db: Db, uid: string, own: number | null) => TagWearer | null;

/** A loan as far as the erasure of its borrower asks. */
export interface LoanTrace {
  readonly record: number;
  /** Nothing of it is open any more. */
  readonly isOver: boolean;
  /** Whether it still says who borrowed. */
  readonly isNamed: boolean;
  /** When something was last written about it (UTC ms). */
  readonly clock: number;
}

/** What a register that lends says of borrowers. Each look is by a key, whatever the years have brought together. */
export interface LendingFace {
  readonly register: HeldThing['register'];
  /** All that these borrowers have and that is not back, a row a thing. */
  heldBy(db: Db, borrowers: readonly number[]): readonly HeldItem[];
  /** Who borrowed last at a desk, latest first, each once, with when that was (UTC ms). */
  recentBorrowers(
    db: Db,
    desk: string,
    limit: number,
  ): readonly { readonly borrower: number; readonly at: number }[];
  /** When somebody borrowed last, at any desk (UTC ms); null for never. */
  lastLentTo(db: Db, borrower: number): number | null;
  /** Their loans, and those that were theirs by mistake: each is erased with who they were, once it is over. */
  tracesOf(db: Db, borrower: number): readonly LoanTrace[];
}

/** What the rest of the house may ask of a register without looking into its folder. */
export interface Register {
  readonly name: string;
  readonly projector: AnyProjector;
  /** Its part of the contract, implemented. */
  readonly router: AnyRouter;
  /** Writes one of its slips anew from the record; null where the record cannot be printed any more. */
  slip(db: Db, order: SlipOrder): Slip | null;
  /** The number of a record of its own, for lists of other things (print jobs, links); null where it has none. */
  numberOf(db: Db, record: number): string | null;
  /** A record of its own for the box; null where it has none of this id. */
  searchCard(db: Db, record: number): SearchCard | null;
  /** Records of its own that are found by what others are called: those whose card changes with these. */
  foundBy?(db: Db, records: readonly number[]): readonly number[];
  /** The ids of its open records: what is kept in memory and found first. */
  openItems(db: Db): readonly number[];
  /** What is still open under a tenant, soonest first. */
  openUnder(db: Db, tenancy: Tenancy): readonly Omit<OpenItem, 'register'>[];
  /**
   * Ends one of these that is closable, as part of the command that ends the tenancy. Throws a `Refusal` where its
   * state does not allow it any more.
   */
  closeWithTenancy(command: Command, record: number): void;
  /** When it next looks different by time alone (UTC ms): due, overdue, rested. Null where nothing comes after `after`. */
  turnsAt(db: Db, after: number): number | null;
  /** Null where it lends nothing. */
  readonly lending: LendingFace | null;
  /** The thing that wears this RFID tag (shared/tag-uid.ts) and its scan code; null for none of its own. */
  readonly wearing?: (db: Db, uid: string) => TaggedThing | null;
  /** The scan code of the thing that bears this in plain letters or as a barcode; null for none of its own. */
  readonly labelled?: (db: Db, text: string) => string | null;
  /** The blind indexes under which documents of this number, of whichever kind, would stand in its table. */
  blindIndexes(number: string): readonly string[];
}

/** What the box asks of a register. */
export type SearchedRegister = Pick<Register, 'searchCard' | 'foundBy' | 'openItems' | 'blindIndexes'> & {
  readonly name: SearchHit['register'];
};
