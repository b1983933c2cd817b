// Desktop calls: done for our own page with the right input, refused for everyone and everything else.
import { beforeEach, describe, expect, test } from 'vitest';
import { DESKTOP_CHANNELS } from '../api/desktop.contract.ts';
import type { DesktopState } from '../api/desktop.contract.ts';
import { createDesktopCalls, DesktopCallRefused } from './desktop.calls.ts';

const STATE: DesktopState = {
  appVersion: '0.1.0',
  host: 'electron',
  keyStore: 'os',
  property: 'sample',
  opened: 0,
  practised: false,
  language: 'zh-CN',
  languageGiven: false,
  backend: { state: 'ready' },
};
const OWN_PAGE = 'app://foyer/visitors';

let done: string[];

beforeEach(() => {
  done = [];
});

const calls = createDesktopCalls({
  state: async () => STATE,
  retryBackend: async () => void done.push('retry'),
  setAppearance: async (appearance) => void done.push(appearance),
  openSample: async () => void done.push('sample'),
  openTraining: async (startOver) => void done.push(`training ${startOver}`),
  leaveTraining: async () => void done.push('leave'),
  async printSheet() {
    done.push('print');
    return { outcome: 'done', file: null };
  },
  async saveSheetPdf(name) {
    done.push(name);
    return { outcome: 'cancelled' };
  },
  async rescue({ act }) {
    done.push(act);
    return { outcome: 'opened' };
  },
});
const ask = (channel: string, sender: string, ...input: unknown[]) => {
  const found = calls.find((call) => call.channel === channel) ?? expect.fail(`no call on ${channel}`);
  return found.answer(sender, input);
};

describe('desktop calls', () => {
  test('our own page learns the state and sets the appearance', async () => {
    expect(await ask(DESKTOP_CHANNELS.state, OWN_PAGE)).toEqual(STATE);
    await ask(DESKTOP_CHANNELS.setAppearance, OWN_PAGE, 'dark');
    expect(done).toEqual(['dark']);
  });

  test.each(['https://evil.example/', 'app://foyer.evil.example/', 'file:///foyer', ''])(
    'no call is done for %j',
    async (sender) => {
      for (const { channel } of calls) {
        await expect(ask(channel, sender, 'dark')).rejects.toThrow(DesktopCallRefused);
      }
      expect(done).toEqual([]);
    },
  );

  test.each([[], ['pink'], [1], ['dark', 'light'], [{ toString: 'dark' }]])(
    'an appearance of %j is refused and nothing is done',
    async (...input) => {
      await expect(ask(DESKTOP_CHANNELS.setAppearance, OWN_PAGE, ...input)).rejects.toThrow(
        DesktopCallRefused,
      );
      expect(done).toEqual([]);
    },
  );

  test('training is entered anew or gone on with, and nothing else than yes or no is taken', async () => {
    await ask(DESKTOP_CHANNELS.openTraining, OWN_PAGE, true);
    await ask(DESKTOP_CHANNELS.openTraining, OWN_PAGE, false);
    await ask(DESKTOP_CHANNELS.leaveTraining, OWN_PAGE);
    for (const wrong of [[], ['true'], [true, true]]) {
      await expect(ask(DESKTOP_CHANNELS.openTraining, OWN_PAGE, ...wrong)).rejects.toThrow('its input');
    }
    expect(done).toEqual(['training true', 'training false', 'leave']);
  });

  test('help is asked for by name, with a line of text for the recovery key and nothing else', async () => {
    const typed = 'A'.repeat(201);
    const wrong = [[], ['recover'], [{ act: 'recover' }], [{ act: 'recover', typed }], [{ act: 'erase' }]];
    for (const input of [...wrong, [{ act: 'mend', typed: '' }], [{ act: 'mend' }, 1]]) {
      await expect(ask(DESKTOP_CHANNELS.rescue, OWN_PAGE, ...input)).rejects.toThrow('because of its input');
    }
    await ask(DESKTOP_CHANNELS.rescue, OWN_PAGE, { act: 'recover', typed: '4Q7ZK' });
    await ask(DESKTOP_CHANNELS.rescue, OWN_PAGE, { act: 'goOnLocked' });
    expect(done).toEqual(['recover', 'goOnLocked']);
  });

  test('calls without input refuse one', async () => {
    for (const channel of [
      DESKTOP_CHANNELS.openSample,
      DESKTOP_CHANNELS.leaveTraining,
      DESKTOP_CHANNELS.retryBackend,
      DESKTOP_CHANNELS.state,
      DESKTOP_CHANNELS.printSheet,
    ]) {
      await expect(ask(channel, OWN_PAGE, {})).rejects.toThrow('because of its input');
    }
    expect(done).toEqual([]);
  });

  test('a sheet is saved under its title and time', async () => {
    expect(await ask(DESKTOP_CHANNELS.saveSheetPdf, OWN_PAGE, '疏散名单 2026-11-21 1405')).toEqual({
      outcome: 'cancelled',
    });
    expect(done).toEqual(['疏散名单 2026-11-21 1405']);
  });

  test.each(['', '../../etc/passwd', 'C:\\list', 'list.exe', ' list', 'a/b', 'a\0b', 'x'.repeat(81)])(
    'a sheet is not saved under %j',
    async (name) => {
      await expect(ask(DESKTOP_CHANNELS.saveSheetPdf, OWN_PAGE, name)).rejects.toThrow(DesktopCallRefused);
      expect(done).toEqual([]);
    },
  );
});
