// What a newcomer has done in training so far, and the stage it is shown on.
import { decodeWire } from '../../../head-office/protocol/wire.ts';
import { countOf, journalOf } from '../../../head-office/protocol/ids.ts';
import type { TrainingStage, TrainingTask } from '../../api/training.contract.ts';
import type { Database } from '../database/database.ts';
import { lastPrintJob } from '../devices/printer/print-jobs.store.ts';
import { findHead, iterateJournal } from '../journal/journal.store.ts';
import {
  findBegan,
  hasPrintedAfter,
  noteBegan,
  noteNoticed,
  readNoticed,
  type TrainingBegan,
} from './training.store.ts';
import type { TrainingDevices } from './training.devices.ts';
import { tasksDone } from './training.tasks.rules.ts';

export interface Training {
  readonly devices: TrainingDevices;
  stage(): TrainingStage;
  /** Ticks off what only the window sees. */
  notice(task: TrainingTask): void;
}

/** Takes the journal as it is for the invented history, the first time that training is opened on it. */
export function createTraining(database: Database, journal: number, devices: TrainingDevices): Training {
  const { db } = database;
  const { journal: begunIn, seq: begunAt, printJob } = findBegan(db) ?? begin(database, journal);
  const events = new Set<string>();
  let read = begunIn === journal ? begunAt : 0;

  /** The newcomer's events since it was last asked: few, and each is looked at once. */
  function readOn(): void {
    for (const { id, wire } of iterateJournal(db, journal, read)) {
      const event = decodeWire(wire);
      if (event !== null) events.add(event.type);
      read = countOf(id);
    }
  }

  return {
    devices,
    stage() {
      readOn();
      const { cards, tags, printer, slips } = devices;
      return {
        done: tasksDone({ events, slipPrinted: hasPrintedAfter(db, printJob), noticed: readNoticed(db) }),
        cards: cards.map(({ name, layout }) => ({ name, layout })),
        ...{ tags: [...tags], printer, slips },
      };
    },
    notice: (task) => database.write((tx) => noteNoticed(tx, [...new Set([...readNoticed(tx), task])])),
  };
}

function begin({ db, write }: Database, journal: number): TrainingBegan {
  const head = findHead(db, journal);
  const began = {
    journal: head ? journalOf(head.id) : journal,
    seq: head ? countOf(head.id) : 0,
    printJob: lastPrintJob(db),
  };
  write((tx) => noteBegan(tx, began));
  return began;
}
