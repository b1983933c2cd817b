// Training's calls. Outside training there is no stage, and nothing can be presented or turned.
import type { trainingErrors } from '../../api/training.contract.ts';
import type { DeskMessages } from '../desk/desk.messages.ts';
import { implementer } from '../router-base.ts';
import { refusals } from '../shared/refusal.ts';
import type { Training } from './training.service.ts';

const refuse = refusals<typeof trainingErrors>();

/** `training` is null at a real desk and on the sample property. */
export function createTrainingRouter(training: Training | null, messages: DeskMessages) {
  const calls = implementer.training;
  const practice = (): Training => {
    if (!training) throw refuse('NOT_TRAINING', undefined);
    return training;
  };
  const changed = (): void => messages.publish('message', { kind: 'changed', nouns: ['training'] });
  training?.devices.onSlip(changed);
  return calls.router({
    stage: calls.stage.handler(() => training?.stage() ?? null),
    presentCard: calls.presentCard.handler(({ input }) => {
      const { devices } = practice();
      const card = devices.cards[input.card];
      if (card) devices.present(card);
      return {};
    }),
    presentTag: calls.presentTag.handler(({ input }) => {
      const { devices } = practice();
      const uid = devices.tags[input.tag];
      if (uid !== undefined) devices.presentTag(uid);
      return {};
    }),
    scanSlip: calls.scanSlip.handler(() => {
      practice().devices.scanSlip();
      return {};
    }),
    setPrinter: calls.setPrinter.handler(({ input }) => {
      practice().devices.turnPrinter(input.printer);
      changed();
      return {};
    }),
    slip: calls.slip.handler(async ({ input }) => {
      const picture = await practice().devices.picture(input.nth);
      return { picture: picture?.toString('base64') ?? null };
    }),
    notice: calls.notice.handler(({ input }) => {
      training?.notice(input.task);
      if (training) changed();
      return {};
    }),
  });
}
