// What a command may do inside its transaction: number records, append events, erase.
import { joinId } from '../../../head-office/protocol/ids.ts';
import type { Tx } from '../database/handle.ts';
import type { Author, Writer } from './append.ts';
import { definitionOf, type EventCatalogue, type NewEvent } from './events.ts';
import { RECORD_ERASED } from './generic-events.ts';
import { forgetCounts, nextCount } from './journal.store.ts';
import { nounOf, projectAgain, type Projection } from './project.ts';

export interface Command {
  readonly tx: Tx;
  readonly author: Author;
  /**
   * The next number of a register at the author's desk, gapless within desk, generation and day: `V-L1-261121-0042`;
   * `V-L1b-261121-0001` in the journal that followed the first one.
   */
  nextNumber(letter: string): string;
  /** A new record of this journal. */
  newRecord(): number;
  /**
   * Appends an event of a catalogue to a record, and folds it into the record's rows. `known` is the record's state
   * where this command has just read it and appended nothing since: it spares reading it again.
   * Answers the state by the event, as the record's fold makes it.
   */
  append<C extends EventCatalogue, State extends object = object>(
    catalogue: C,
    record: number,
    event: NewEvent<C>,
    known?: State,
  ): Partial<State>;
  /** From here on the events carry who approved them. */
  approvedBy(approver: number): void;
  /** Destroys what a record sealed and folds it again: names and all are gone, numbers and counts stay. */
  erase(record: number, reason: string): void;
}

export interface CommandParts {
  readonly tx: Tx;
  readonly writer: Writer;
  readonly author: Author;
  readonly commandId: string | null;
  /** Collects the nouns that were touched, for after the commit. */
  readonly changed: Set<string>;
  readonly journal: number;
  /** Stands behind the desk in printed numbers; empty in an installation's first journal. */
  readonly generation: string;
  readonly projection: Projection;
}

export function createCommand(parts: CommandParts): Command {
  const { tx, writer, commandId, changed, projection } = parts;
  let { author } = parts;
  const fresh = new Set<number>();
  return {
    tx,
    author,
    approvedBy(approver) {
      author = { ...author, approver };
    },
    nextNumber(letter) {
      const day = writer.day();
      const desk = `${author.desk ?? 'HQ'}${parts.generation}`;
      const register = `${letter}:${desk}:`;
      const count = nextCount(tx, `${register}${day}`);
      if (count === 1) forgetCounts(tx, register, day);
      return `${letter}-${desk}-${day.slice(2).replaceAll('-', '')}-${String(count).padStart(4, '0')}`;
    },
    newRecord() {
      const record = joinId(parts.journal, nextCount(tx, `record:${parts.journal}`));
      fresh.add(record);
      return record;
    },
    append<C extends EventCatalogue, State extends object = object>(
      catalogue: C,
      record: number,
      event: NewEvent<C>,
      known?: State,
    ): Partial<State> {
      const definition = definitionOf(catalogue, event.type);
      if (!definition) throw new Error(`${event.type} is not in the catalogue that it was appended with`);
      changed.add(nounOf(event.type));
      const state = writer.append({
        record,
        isNew: fresh.delete(record),
        ...(known === undefined ? {} : { known }),
        event: { ...event, version: definition.version },
        author,
        commandId,
      });
      return state ?? {};
    },
    erase(record, reason) {
      writer.append({
        record,
        isNew: false,
        event: { type: RECORD_ERASED, version: 1, body: { reason }, sealed: null },
        author,
        commandId,
      });
      projection.keys.destroy(tx, record);
      projectAgain(projection, tx, record);
      for (const noun of projection.nouns.keys()) changed.add(noun);
    },
  };
}
