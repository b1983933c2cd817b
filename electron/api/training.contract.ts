// Training mode 练习模式: what a newcomer has done so far, and the simulated devices they practise with.
import { z } from 'zod';
import { callFor, noInput } from './call.ts';
import { CARD_LAYOUTS } from './devices.contract.ts';

/** A newcomer's first tasks, in the order in which they are offered. */
export const TRAINING_TASKS = [
  ...(['register', 'print', 'checkOut', 'correct'] as const),
  ...(['lendKey', 'returnKey', 'lendThing', 'returnThing'] as const),
  'evacuation',
] as const;
export const trainingTask = z.enum(TRAINING_TASKS);
export type TrainingTask = z.infer<typeof trainingTask>;

/** What the practice printer can be made to do; the simulator's own names. */
export const PRACTICE_PRINTER = ['healthy', 'paperOut', 'coverOpen', 'resetsMidJob'] as const;
export type PracticePrinter = (typeof PRACTICE_PRINTER)[number];

export const trainingStage = z.object({
  done: z.array(trainingTask),
  /** Invented people, one card of each layout. */
  cards: z.array(z.object({ name: z.string(), layout: z.enum(CARD_LAYOUTS) })),
  /** UIDs of fobs that can be held to the practice tag reader. */
  tags: z.array(z.string()),
  printer: z.enum(PRACTICE_PRINTER),
  /** How many slips have come out of the practice printer since the program started. */
  slips: z.int().nonnegative(),
});
export type TrainingStage = z.infer<typeof trainingStage>;

export const trainingErrors = {
  /** This is a real desk, or the sample property: nothing here is simulated. */
  NOT_TRAINING: {},
} as const;

const practice = callFor('signedIn').errors(trainingErrors);

export const trainingContract = {
  /** Null outside training. */
  stage: callFor('anyone').input(noInput).output(trainingStage.nullable()),
  /** Lays a card on the simulated reader, counted from 0, and takes it away again by itself. */
  presentCard: practice.input(z.object({ card: z.int().nonnegative().max(99) })).output(z.object({})),
  /** Holds one of the fobs, counted from 0, to the simulated tag reader for a moment. */
  presentTag: practice.input(z.object({ tag: z.int().nonnegative().max(99) })).output(z.object({})),
  /** Holds the simulated scanner to the last slip; nothing happens where none with a code has come out. */
  scanSlip: practice.input(noInput).output(z.object({})),
  setPrinter: practice.input(z.object({ printer: z.enum(PRACTICE_PRINTER) })).output(z.object({})),
  /** The picture of a slip, counted from 1, as a PNG in base64; null where it is no longer kept. */
  slip: practice
    .input(z.object({ nth: z.int().positive() }))
    .output(z.object({ picture: z.base64().nullable() })),
  /** What only the window sees: the evacuation list is printed by the system, and by anybody. Nothing outside training. */
  notice: callFor('anyone')
    .input(z.object({ task: z.literal('evacuation') }))
    .output(z.object({})),
};
