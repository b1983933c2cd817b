// The shape of a catalog: every sentence with all its languages side by side, so that none can be forgotten.
import type { Language } from '../../electron/api/boot.ts';

export type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;
