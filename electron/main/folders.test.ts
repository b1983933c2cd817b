// Which folder belongs to which start.
import { expect, test } from 'vitest';
import { readCommandLine } from './command-line.ts';
import { folders, keyFile } from './folders.ts';

const at = (...argv: string[]) => folders(readCommandLine(argv), '/home/desk/.config/foyer');

test('desk and sample property never share a data folder', () => {
  for (const place of [at(), at('--data-dir', '/srv/desk'), at('--sample', '--data-dir', '/srv/desk')]) {
    expect(place.data.desk).not.toBe(place.data.sample);
  }
  expect(at('--sample', '--data-dir', '/srv/desk').data.sample).toBe('/srv/desk');
  expect(at('--data-dir', '/srv/desk').data.desk).toBe('/srv/desk');
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
  expect(keyFile(profile, data.desk)).not.toBe(keyFile(profile, data.sample));
});
