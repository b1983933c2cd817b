// From a card laid on the reader to the message that fills the form in a window: a real serial port, real cadence.
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeskMessage } from '../../electron/api/desk.contract.ts';
import { openCardReaderSimulator } from '../../electron/backend/devices/simulator/card-reader.simulator.ts';
import { layPtyCable } from '../../electron/backend/devices/simulator/pty.ts';
import { openWindow, PIN, STAFF } from '../support/desk.ts';
import { openBenchDesk } from './desk.ts';
import { median, quantile, type Measure, type Row, type Samples } from './measure.ts';
import { card } from './people.ts';

const CARDS = 30;
/** What one answer with a card weighs on a line of 115200 bits per second; a pseudo terminal has no such line. */
const ON_THE_LINE_MS = (1295 * 10 * 1000) / 115_200;

export const cardToForm: Measure = {
  name: 'card-to-form',
  async run(bench) {
    const cable = await layPtyCable(bench.folder());
    let heardAt: number[] = [];
    const reader = await openCardReaderSimulator({
      path: cable.devicePath,
      timers: { setTimeout, clearTimeout },
      onCommandBytes: () => heardAt.push(performance.now()),
    });
    const { backend } = openBenchDesk(await bench.copyOf(bench.rows), { reader: cable.deskPath });
    backend.start();
    const { api, close } = openWindow(backend);
    await api.people.signIn({ number: STAFF.receptionist, pin: PIN });
    const messages = await api.desk.watch();
    while ((await api.desk.status()).reader !== 'ready') await sleep(20);

    const whole: number[] = [];
    const sinceAsked: number[] = [];
    for (let n = 0; n < CARDS; n += 1) {
      // Cards come at any point between two questions of the desk.
      await sleep((n * 300) / CARDS);
      heardAt = [];
      const began = performance.now();
      reader.present(card(n));
      await next(messages, 'card');
      const ended = performance.now();
      whole.push(ended - began);
      sinceAsked.push(ended - (heardAt[0] ?? began));
      reader.remove();
      await next(messages, 'cardRemoved');
    }
    close();
    await backend.close();
    await reader.close();
    await cable.unplug();
    bench.say(`a real line adds ${Math.round(ON_THE_LINE_MS)} ms for the bytes of a card`);
    return [
      ...rows('card on the reader to filled form', whole),
      ...rows('... since the desk next asked', sinceAsked),
    ];
  },
};

async function next(messages: AsyncIterator<DeskMessage, unknown>, kind: DeskMessage['kind']): Promise<void> {
  for (;;) {
    const message = await messages.next();
    if (message.done) throw new Error('the desk stopped telling');
    if (message.value.kind === 'cardRefused')
      throw new Error(`the card was refused: ${message.value.reason}`);
    if (message.value.kind === kind) return;
  }
}

function rows(measure: string, samples: Samples): Row[] {
  const none = { unit: 'ms', peer: '', peerValue: null, ratio: null, target: null } as const;
  return [
    { measure: `${measure}, middle`, value: median(samples), ...none },
    { measure: `${measure}, p95`, value: quantile(samples, 0.95), ...none },
  ];
}
