// Puts keys on file: what they are called, what they open, where they hang.
import type { z } from 'zod';
import type { Command } from '../../journal/command.ts';
import { newScanCode } from '../../shared/scan-code.ts';
import type { Random } from '../../shared/random.ts';
import { keyEvents } from './keys.events.ts';

const { body, sealed } = keyEvents['key.put'];

/** A key as it is put on file. */
export type KeyFile = Omit<z.infer<typeof body>, 'tag'> &
  z.infer<typeof sealed> & {
    /** The 16 digits that its tag bears already; null where the program makes them. */
    readonly tag: string | null;
  };

/** Puts a key on file as part of a command, a new one where `record` is null, and answers its record. */
export function putKey(command: Command, random: Random, record: number | null, file: KeyFile): number {
  const { name, opens, instruction, tag, ...rest } = file;
  const id = record ?? command.newRecord();
  command.append(keyEvents, id, {
    type: 'key.put',
    body: { ...rest, tag: tag ?? newScanCode('keyTag', random) },
    sealed: { name, opens, instruction },
  });
  return id;
}
