// A link that survives the death of the backend: a call cut off is repeated once, by the same input, on the next line.
import type { Connection, Link } from './connection.ts';

/**
 * The call was cut off and could not be repeated, or was cut off twice. Whether the backend did it is not known;
 * a command sent again with the same command id does nothing twice.
 */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

export interface CallRules {
  /** Calls that need somebody signed in wait for it; the others go as soon as there is a line. */
  readonly needsStaff: (path: readonly string[]) => boolean;
  readonly mayRepeat: (path: readonly string[], input: unknown) => boolean;
}

/** Answers and refusals pass unchanged; only what a lost line cut off is repeated, and only for the same staff. */
export function createRepeatingLink(connection: Connection, rules: CallRules): Link {
  return {
    async call(path, input, options) {
      const signedIn = rules.needsStaff(path);
      const wanted = { signedIn, signal: options.signal };
      const first = await connection.line(wanted);
      const { actor } = first;
      try {
        return await first.link.call(path, input, options);
      } catch (error) {
        if (!first.lost) throw error;
        if (!rules.mayRepeat(path, input)) throw new ConnectionLost('cut off', { cause: error });
      }
      const second = await connection.line(wanted);
      if (signedIn && second.actor !== actor) throw new ConnectionLost('somebody else has signed in since');
      try {
        return await second.link.call(path, input, options);
      } catch (error) {
        throw second.lost ? new ConnectionLost('cut off twice', { cause: error }) : error;
      }
    },
  };
}
