// Where things lie: the data folders, Chromium's profile, the property key.
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { PropertyKind } from '../api/boot.ts';
import type { LaunchOptions } from './command-line.ts';

export interface Folders {
  /** Chromium's profile. The single-instance lock hangs on it, so each data folder has one of its own. */
  readonly profile: string;
  /** Data folder of each property; `--data-dir` names the one that was asked for, the others lie beside it. */
  readonly data: Readonly<Record<PropertyKind, string>>;
}

/** `usual` is the program's own folder in the user's settings. Absolute paths only; makes nothing. */
export function folders(options: LaunchOptions, usual: string): Folders {
  const data = {
    desk: join(usual, 'desk'),
    sample: join(usual, 'sample'),
    training: join(usual, 'training'),
  };
  const asked = options.dataDir === null ? null : resolve(options.dataDir);
  const ownProfile = options.profileDir === null ? null : resolve(options.profileDir);
  if (asked === null) return { profile: ownProfile ?? usual, data };
  return {
    profile: ownProfile ?? join(usual, 'folders', folderId(asked)),
    data: {
      desk: options.property === 'desk' ? asked : data.desk,
      sample: options.property === 'sample' ? asked : `${asked}-sample`,
      training: `${asked}-training`,
    },
  };
}

/** The key file of a data folder. It lies in the profile: backups and copies of the data folder must not hold it. */
export function keyFile(profile: string, dataDir: string): string {
  return join(profile, 'keys', `${folderId(dataDir)}.key`);
}

function folderId(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
