// Cuts what went wrong down to what is worth repeating at the end of a run.
import { stripVTControlCharacters } from 'node:util';

/** Lines of a failure's message that are repeated. */
export const MESSAGE_LINES = 12;

/** The text without colours and without stack lines of the tools themselves. */
export function essence(text: string): string {
  return stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => !/^\s+at .*(node_modules|node:|<anonymous>|native)/.test(line))
    .join('\n');
}
