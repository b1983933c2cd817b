// The simulator's keys: which card lies on the reader, and what is wrong with the devices.
import { SAMPLE_CARDS, type SimulatedDesk } from './simulated-desk.ts';

export interface Menu {
  readonly help: string;
  /** Does what a key stands for and answers it in words; `quit` for q, Ctrl+C and Ctrl+D. */
  press(key: string): Promise<string>;
}

interface Entry {
  readonly key: string;
  readonly what: string;
  readonly act: () => Promise<void> | void;
}

const LAYOUTS = [
  'resident',
  'resident, without end, long name',
  'Hong Kong, Macao, Taiwan',
  'foreigner, 2017',
  'foreigner, 2023',
];
const QUIT: ReadonlySet<string> = new Set(['q', '\u0003', '\u0004']);

/** Fobs as they come from the shop: bound to nothing yet. */
const TAGS = ['0063E9AE', '00A1B2C3', '0077C0DE'];

export function createMenu({
  reader,
  printer,
  tagReader,
  scanSlip,
}: Pick<SimulatedDesk, 'reader' | 'printer' | 'tagReader' | 'scanSlip'>): Menu {
  const entries: readonly Entry[] = [
    ...SAMPLE_CARDS.map((card, at) => ({
      key: String(at + 1),
      what: `lay a card on the reader: ${LAYOUTS[at] ?? card.layout}`,
      act: () => reader.present(card),
    })),
    ...TAGS.map((uid, at) => ({
      key: String(at + 7),
      what: `hold a tag to the tag reader: ${uid}`,
      act: () => tagReader.present(uid),
    })),
    { key: '0', what: 'take the tag away', act: () => tagReader.remove() },
    { key: 'b', what: 'scan the code on the last slip', act: scanSlip },
    { key: 'r', what: 'take the card away', act: () => reader.remove() },
    { key: 'g', what: 'reader: the next three answers are garbage', act: spoil },
    { key: 's', what: 'reader: silent', act: () => reader.misbehave('silence') },
    { key: 'p', what: 'printer: out of paper', act: () => printer('paperOut') },
    { key: 'c', what: 'printer: cover open', act: () => printer('coverOpen') },
    { key: 'o', what: 'printer: off', act: () => printer('off') },
    { key: 'h', what: 'everything healthy again', act: heal },
    { key: '?', what: 'this list', act: () => undefined },
  ];
  const list = [...entries.map(({ key, what }) => `  ${key}  ${what}`), '  q  quit'].join('\n');

  function spoil(): void {
    reader.misbehave('wrongChecksum', { times: 3 });
  }
  async function heal(): Promise<void> {
    reader.behave();
    await printer('healthy');
  }

  return {
    help: list,
    async press(key) {
      if (QUIT.has(key)) return 'quit';
      const entry = entries.find((known) => known.key === key);
      if (!entry) return 'unknown';
      await entry.act();
      return key === '?' ? list : entry.what;
    },
  };
}
