// What was done to the key file, for the quiet line.
import { useTranslation } from 'react-i18next';
import type { keyFile } from '../../copy/key-file.ts';

type Did = Extract<keyof typeof keyFile, `${string}Done`>;

export function KeyFileDone({ did, what }: { readonly did: Did; readonly what: string }) {
  return useTranslation('keyFile').t(did, { what });
}
