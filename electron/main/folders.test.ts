// Which folder belongs to which start.
import { expect, test } from 'vitest';
import { readCommandLine } from './command-line.ts';
import { folders, keyFile } from './folders.ts';

const at = (...argv: string[]) => folders(readCommandLine(argv), '/home/desk/.config/foyer');

test('desk, sample property and training never share a data folder', () => {
  for (const place of [at(), at('--data-dir', '/srv/desk'), at('--sample', '--data-dir', '/srv/desk')]) {
    expect(new Set(Object.values(place.data)).size).toBe(3);
  }
  expect(at('--sample', '--data-dir', '/srv/desk').data.sample).toBe('/srv/desk');
  expect(at('--data-dir', '/srv/desk').data.desk).toBe('/srv/desk');
  // Training lies beside the desk it is for, so that --data-dir never names a real desk's folder as one to practise in.
  expect(at('--training', '--data-dir', '/srv/desk').data).toEqual(at('--data-dir', '/srv/desk').data);
});

test('two data folders have two profiles, so that both may be open at once; one folder has one', () => {
  expect(at('--data-dir', '/srv/a').profile).not.toBe(at('--data-dir', '/srv/b').profile);
  expect(at('--data-dir', '/srv/a').profile).toBe(at('--data-dir', '/srv/x/../a').profile);
});

test('a profile named on the command line is used as it is', () => {
  expect(at('--user-data-dir=/tmp/profile', '--data-dir', '/srv/a').profile).toBe('/tmp/profile');
});

test('the key lies in the profile, outside the data folder, one per data folder', () => {
  const { profile, data } = at();
  expect(keyFile(profile, data.desk)).toMatch(/^\/home\/desk\/\.config\/foyer\/keys\/[0-9a-f]{16}\.key$/);
  const keys = Object.values(data).map((folder) => keyFile(profile, folder));
  expect(new Set(keys).size).toBe(3);
});
