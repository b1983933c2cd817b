// The command line: our flags read, bad values refused whole, Chromium's flags left alone.
import { describe, expect, test } from 'vitest';
import { CommandLineRefused, readCommandLine } from './command-line.ts';

describe('the command line', () => {
  test('a bare start opens the real desk in Chinese in the usual place', () => {
    expect(readCommandLine(['.'])).toEqual({
      property: 'desk',
      training: false,
      smoke: false,
      seed: 1,
      sampleZone: null,
      dataDir: null,
      profileDir: null,
      backupDir: null,
      reader: null,
      printer: null,
      language: 'zh-CN',
      languageGiven: false,
    });
  });

  test('the trainer opens a sample property with both devices simulated', () => {
    const argv = ['.', '--sample', '--seed', '42', '--data-dir=/tmp/desk', '--reader', '/dev/pts/7'];
    const more = ['--printer', 'tcp://127.0.0.1:9100', '--lang', 'en', '--zone', 'Etc/GMT+6'];
    expect(readCommandLine([...argv, ...more])).toEqual({
      property: 'sample',
      training: false,
      smoke: false,
      seed: 42,
      sampleZone: 'Etc/GMT+6',
      dataDir: '/tmp/desk',
      profileDir: null,
      backupDir: null,
      reader: '/dev/pts/7',
      printer: { host: '127.0.0.1', port: 9100 },
      language: 'en',
      languageGiven: true,
    });
  });

  test('a newcomer begins in training mode, beside the desk or beside the sample property', () => {
    expect(readCommandLine(['--training'])).toMatchObject({ property: 'desk', training: true });
    expect(readCommandLine(['--training', '--sample'])).toMatchObject({ property: 'sample', training: true });
  });

  test('flags of Chromium and of Playwright pass unread', () => {
    const argv = ['--inspect=0', '--remote-debugging-port=0', '--no-sandbox', '.', '--disable-gpu'];
    expect(readCommandLine([...argv, '--sample'])).toEqual(readCommandLine(['--sample']));
  });

  test('backups may go to another drive, named in full and never the data folder itself', () => {
    expect(readCommandLine(['--backup-dir', '/mnt/backup/x/../foyer']).backupDir).toBe('/mnt/backup/foyer');
    for (const argv of [
      ['--backup-dir', 'backup'],
      ['--backup-dir', '/srv/desk/', '--data-dir', '/srv/desk'],
    ]) {
      expect(() => readCommandLine(argv)).toThrow(CommandLineRefused);
    }
  });

  test('a reader on Windows is named by its COM port', () => {
    expect(readCommandLine(['--reader', 'COM12']).reader).toBe('COM12');
  });

  test.each([
    ['--seed', '-1'],
    ['--seed', '1.5'],
    ['--seed', '4294967296'],
    ['--data-dir', ''],
    ['--reader', 'ttyUSB0'],
    ['--reader', 'COM0'],
    ['--reader', '/dev/../etc/passwd'],
    ['--printer', '127.0.0.1:9100'],
    ['--printer', 'tcp://127.0.0.1'],
    ['--printer', 'tcp://127.0.0.1:0'],
    ['--printer', 'tcp://127.0.0.1:65536'],
    ['--printer', 'tcp://user@host:9100'],
    ['--lang', 'de'],
  ])('%s %j is refused by name, and the message says that nothing was opened', (flag, value) => {
    const read = () => readCommandLine([`${flag}=${value}`]);
    expect(read).toThrow(CommandLineRefused);
    expect(read).toThrow(new RegExp(`^${flag} wants .+ Nothing was opened\\.$`));
  });

  test('a flag without its value is refused', () => {
    expect(() => readCommandLine(['--seed'])).toThrow(CommandLineRefused);
  });
});
