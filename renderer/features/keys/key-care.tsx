// The tools by which a key is kept in order: its loss and its seal.
import type { KeyRow } from '../../../electron/api/keys.contract.ts';
import { FoundKey, GiveUpKey } from './end-case.tsx';
import { OpenSeal, Reseal } from './key-seal.tsx';
import { LoseKey } from './lose-key.tsx';

const TOOLS = { lose: LoseKey, found: FoundKey, giveUp: GiveUpKey, openSeal: OpenSeal, reseal: Reseal };
export type CareTool = keyof typeof TOOLS;

/** Nothing where another tool is open. */
export function KeyCare(props: {
  readonly tool: string | null;
  readonly record: KeyRow;
  readonly onClose: () => void;
}) {
  const { tool, ...rest } = props;
  const [, Tool] = Object.entries(TOOLS).find(([name]) => name === tool) ?? [];
  return Tool ? <Tool {...rest} /> : null;
}
