// The checks before a desktop call is done: who sends it and what it carries. Pure, so that every refusal is tested.
import { z } from 'zod';
import { APPEARANCES, DESKTOP_CHANNELS, SHEET_FILE_NAME } from '../api/desktop.contract.ts';
import type { DesktopApi } from '../api/desktop.contract.ts';
import { isOwnPage } from './content-policy.ts';

/** What main does for the window; `onBackend` is a push and has no call. */
export type DesktopActions = Omit<DesktopApi, 'onBackend'>;

export interface DesktopCall {
  readonly channel: string;
  /** `sender` is the address of the frame that asks; pages within pages have no preload and cannot ask. */
  answer(sender: string, input: readonly unknown[]): Promise<unknown>;
}

/** A message that main does not take; nothing was done. */
export class DesktopCallRefused extends Error {
  override readonly name = 'DesktopCallRefused';

  constructor(channel: string, reason: 'sender' | 'input') {
    super(`${channel} was refused because of its ${reason}. Nothing was done.`);
  }
}

const nothing = z.tuple([]);
const rescueAsked = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('recover'), typed: z.string().max(200) }),
  z.strictObject({ act: z.enum(['goOnLocked', 'examine', 'mend']) }),
]);

export function createDesktopCalls(actions: DesktopActions): readonly DesktopCall[] {
  const calls: Record<keyof DesktopActions, DesktopCall> = {
    state: call(DESKTOP_CHANNELS.state, nothing, actions.state),
    retryBackend: call(DESKTOP_CHANNELS.retryBackend, nothing, actions.retryBackend),
    setAppearance: call(
      DESKTOP_CHANNELS.setAppearance,
      z.tuple([z.enum(APPEARANCES)]),
      actions.setAppearance,
    ),
    openSample: call(DESKTOP_CHANNELS.openSample, nothing, actions.openSample),
    openTraining: call(DESKTOP_CHANNELS.openTraining, z.tuple([z.boolean()]), actions.openTraining),
    leaveTraining: call(DESKTOP_CHANNELS.leaveTraining, nothing, actions.leaveTraining),
    printSheet: call(DESKTOP_CHANNELS.printSheet, nothing, actions.printSheet),
    saveSheetPdf: call(
      DESKTOP_CHANNELS.saveSheetPdf,
      z.tuple([z.string().regex(SHEET_FILE_NAME)]),
      actions.saveSheetPdf,
    ),
    rescue: call(DESKTOP_CHANNELS.rescue, z.tuple([rescueAsked]), actions.rescue),
  };
  return Object.values(calls);
}

function call<Input extends unknown[]>(
  channel: string,
  shape: z.ZodType<Input>,
  action: (...input: Input) => Promise<unknown>,
): DesktopCall {
  return {
    channel,
    async answer(sender, input) {
      if (!isOwnPage(sender)) throw new DesktopCallRefused(channel, 'sender');
      const checked = shape.safeParse(input);
      if (!checked.success) throw new DesktopCallRefused(channel, 'input');
      return action(...checked.data);
    },
  };
}
