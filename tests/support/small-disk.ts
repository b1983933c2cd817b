// Disks that a test may spoil, each in a mount namespace of its own, gone with the process: small ones, read-only ones.
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';

type Command = readonly [command: string, ...words: string[]];

const within = (script: string, folder: string): Command => {
  return ['unshare', '-Urm', 'sh', '-c', `${script} && shift && exec "$@"`, 'sh', folder];
};

/** What runs behind these words has a disk of `size` (`24m`) in the place of `folder`, and nothing on it. */
export const onSmallDisk = (folder: string, size: string): Command =>
  within(`mount -t tmpfs -o size=${size} tmpfs "$1"`, folder);

/** What runs behind these words can read `folder` and change nothing in it. */
export const onReadOnlyDisk = (folder: string): Command =>
  within('mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"', folder);

/** Whether this machine lets anybody mount something; most Linux machines do, in a namespace of one's own. */
export function canMount(): boolean {
  const [command, ...words] = onSmallDisk(tmpdir(), '64k');
  return spawnSync(command, [...words, 'true']).status === 0;
}
