// Proves the talk with a reader on a clock that the test turns: what is asked again, what is reported, and how often.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCardReaderSimulator } from '../simulator/card-reader.simulator.ts';
import type { ReaderFault } from '../simulator/card-reader.simulator.ts';
import { defaultCadence } from './card-reader.ts';
import type { IdCard } from './id-card.ts';
import type { ReaderEvent } from './reader-event.ts';
import { sdtStatus } from './sdt-command.ts';
import { runSdtSession } from './sdt-session.ts';

const card: IdCard = {
  layout: 'mainland',
  documentType: 'residentId',
  name: '测试甲',
  englishName: null,
  sex: 'male',
  ethnicity: null,
  birthDate: '1990-03-07',
  address: null,
  number: '110101199003070011',
  nationality: null,
  issuer: null,
  validFrom: '2020-01-01',
  validTo: '2040-01-01',
  permitNumber: null,
  nameFlag: null,
};
const otherCard: IdCard = { ...card, name: '测试乙', birthDate: '1949-12-31', number: '11010519491231002X' };

const timers = {
  setTimeout: (run: () => void, ms: number) => setTimeout(run, ms),
  clearTimeout: (handle: NodeJS.Timeout | undefined) => clearTimeout(handle),
};

/** A session wired straight to a simulated reader; `news` takes what was reported since, without the state. */
function talkToReader() {
  const events: ReaderEvent[] = [];
  const sent: string[] = [];
  const reader = createCardReaderSimulator({
    write: (bytes) => session.receive(Uint8Array.from(bytes)),
    timers,
  });
  const session = runSdtSession({
    write: (bytes) => {
      sent.push(Buffer.from(bytes.subarray(7, 9)).toString('hex'));
      setTimeout(() => reader.receive(bytes), 5);
    },
    timers,
    cadence: defaultCadence,
    report: (event) => events.push(event),
  });
  const words = (event: ReaderEvent): string[] => {
    switch (event.kind) {
      case 'state':
        return [];
      case 'card':
        return [event.card.name];
      case 'refused':
        return [event.reason];
      case 'removed':
        return ['removed'];
    }
  };
  return {
    reader,
    session,
    sent,
    states: () => events.flatMap((event) => (event.kind === 'state' ? [event.state] : [])),
    news: async (ms: number): Promise<string[]> => {
      const from = events.length;
      await vi.advanceTimersByTimeAsync(ms);
      return events.slice(from).flatMap(words);
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a card on the reader', () => {
  it('is reported once however long it lies there, and again after it was taken away', async () => {
    const { reader, news } = talkToReader();
    expect(await news(1000)).toEqual([]);
    reader.present(card);
    expect(await news(60_000)).toEqual(['测试甲']);
    reader.remove();
    expect(await news(1000)).toEqual(['removed']);
    reader.present(card);
    expect(await news(1000)).toEqual(['测试甲']);
  });

  it('makes room for the next one', async () => {
    const { reader, news } = talkToReader();
    reader.present(card);
    await news(1000);
    reader.present(otherCard);
    expect(await news(1000)).toEqual(['removed', '测试乙']);
  });

  it('is not gone because the field flickered once', async () => {
    const { reader, news } = talkToReader();
    reader.present(card);
    await news(1000);
    reader.misbehave({ status: sdtStatus.readFailed }, { commands: ['presence'], times: 1 });
    expect(await news(1000)).toEqual([]);
  });

  it('is reported once by a reader that cannot say whether a card still lies there', async () => {
    const { reader, news } = talkToReader();
    reader.misbehave({ status: sdtStatus.unrecognised }, { commands: ['presence'] });
    reader.present(card);
    // The card that was read keeps quiet, so this reader's first empty look ends it; it must not come back by itself.
    expect(await news(10_000)).toEqual(['测试甲', 'removed']);
  });

  it('is reported once even when such a reader finds it again and again', async () => {
    const { reader, news } = talkToReader();
    reader.misbehave({ status: sdtStatus.unrecognised }, { commands: ['presence'] });
    reader.present(card);
    expect(await news(200)).toEqual(['测试甲']);
    for (let look = 0; look < 5; look += 1) {
      reader.present(card);
      expect(await news(300)).toEqual([]);
    }
  });
});

describe('trouble on the line', () => {
  it.each([
    ['a wrong checksum', 'wrongChecksum'],
    ['an impossible length', 'hugeLength'],
    ['half an answer', 'truncated'],
    ['a reader that saw our checksum wrong', { status: sdtStatus.badChecksum }],
    ['a reader that saw our length wrong', { status: sdtStatus.badLength }],
    ['a reader that did not know the command', { status: sdtStatus.unknownCommand }],
    ['a reader that did not understand', { status: sdtStatus.unrecognised }],
  ] satisfies [string, ReaderFault][])(
    '%s is asked again once, without waiting for the timeout',
    async (_name, fault) => {
      const { reader, news, sent } = talkToReader();
      reader.misbehave(fault, { commands: ['read'], times: 1 });
      reader.present(card);
      expect(await news(300)).toEqual(['测试甲']);
      expect(sent.slice(0, 4)).toEqual(['2001', '2002', '3001', '3001']);
    },
  );

  it('that comes twice is told once, and the card is read when it is laid down anew', async () => {
    const { reader, news } = talkToReader();
    reader.misbehave('wrongChecksum', { commands: ['read'], times: 2 });
    reader.present(card);
    expect(await news(250)).toEqual(['BAD_FRAME']);
    reader.present(card);
    expect(await news(1000)).toEqual(['测试甲']);
  });

  it.each(['falsePreamble', 'gluedAnswers'] as const)(
    '%s does not keep a card from being read once',
    async (fault) => {
      const { reader, news } = talkToReader();
      reader.misbehave(fault);
      reader.present(card);
      expect(await news(5000)).toEqual(['测试甲']);
    },
  );

  it('a read without answer asks for the card to be laid down anew', async () => {
    const { reader, news } = talkToReader();
    reader.misbehave('silence', { commands: ['read'], times: 1 });
    reader.present(card);
    expect(await news(5000)).toEqual(['READER_ERROR']);
    reader.present(card);
    expect(await news(1000)).toEqual(['测试甲']);
  });

  it('three questions without answer end the talk as silent', async () => {
    const { reader, session, news, sent } = talkToReader();
    reader.misbehave('silence');
    await news(10_000);
    expect(await session.ended).toBe('silent');
    expect(sent).toEqual(['2001', '2001', '2001']);
  });

  it('two questions without answer do not, however often that happens', async () => {
    const { reader, news, states } = talkToReader();
    for (let time = 0; time < 3; time += 1) {
      reader.misbehave('silence', { times: 2 });
      await news(10_000);
    }
    reader.present(card);
    expect(await news(1000)).toEqual(['测试甲']);
    expect(new Set(states())).toEqual(new Set(['ready']));
  });

  it('the end of the port in mid-read ends the talk and takes back the card that lay there', async () => {
    const { reader, session, news } = talkToReader();
    reader.present(card);
    await news(1000);
    session.end();
    expect(await news(0)).toEqual(['removed']);
    expect(await session.ended).toBe('closed');
  });
});

describe('a card that cannot be read', () => {
  it.each([
    [sdtStatus.cardRefusedReader, 'AUTHENTICATION'],
    [sdtStatus.readerRefusedCard, 'AUTHENTICATION'],
    [sdtStatus.informationCheckFailed, 'AUTHENTICATION'],
    [sdtStatus.wrongCardType, 'WRONG_CARD_TYPE'],
    [sdtStatus.readFailed, 'MOVED'],
    [0x55, 'READER_ERROR'],
  ])('with status %i is refused once as %s and never shown', async (status, reason) => {
    const { reader, news } = talkToReader();
    reader.misbehave({ status }, { commands: ['read'] });
    reader.present(card);
    expect(await news(10_000)).toEqual([reason]);
  });

  it('and is found again and again is refused once', async () => {
    const { reader, news } = talkToReader();
    reader.misbehave({ status: sdtStatus.wrongCardType }, { commands: ['select'] });
    reader.present(card);
    expect(await news(10_000)).toEqual(['WRONG_CARD_TYPE']);
    reader.remove();
    await news(1000);
    reader.present(card);
    expect(await news(10_000)).toEqual(['WRONG_CARD_TYPE']);
  });

  it('because it moved is looked for again in silence', async () => {
    const { reader, news } = talkToReader();
    reader.misbehave({ status: sdtStatus.selectFailed }, { commands: ['select'], times: 2 });
    reader.present(card);
    expect(await news(2000)).toEqual(['测试甲']);
  });

  it('with a wrong check digit is refused once and never shown', async () => {
    const { reader, news } = talkToReader();
    reader.present({ ...card, number: '110101199003070012' });
    expect(await news(10_000)).toEqual(['CHECK_DIGIT']);
    reader.remove();
    expect(await news(1000)).toEqual([]);
  });

  it('because the security module has no licence is a fault of the reader until it answers properly', async () => {
    const { reader, news, states } = talkToReader();
    reader.misbehave({ status: sdtStatus.samNotLicensed }, { commands: ['read'] });
    reader.present(card);
    expect(await news(2000)).toEqual([]);
    expect(states().at(-1)).toBe('fault');
    reader.behave();
    reader.present(card);
    expect(await news(1000)).toEqual(['测试甲']);
    expect(states().at(-1)).toBe('ready');
  });
});
