// Stands before a window's port: only what oRPC can read gets through. Noise is dropped, and the port lives on.
import { z } from 'zod';

const id = z.string().max(64);

/** oRPC's request on the wire (standard-server-peer 1.16): id, kind (a request unless told), path and body as JSON. */
const request = z.strictObject({
  i: id,
  t: z.literal(1).optional(),
  p: z.strictObject({ u: z.string().regex(/^\/[\w/]{1,100}$/), b: z.unknown() }),
});

/** The window has no more use for a call or a stream. Windows send no streams of their own. */
const abort = z.object({ i: id, t: z.literal(4) });
const message = z.union([request, abort]);

/** Whether oRPC can take this message without throwing in a place where nobody could catch it. */
function isReadable(data: unknown): data is string {
  if (typeof data !== 'string') return false;
  try {
    return message.safeParse(JSON.parse(data)).success;
  } catch {
    return false;
  }
}

interface Sender {
  postMessage(data: unknown): void;
}

/** A window's port: Electron's MessagePortMain has `on`, node's MessagePort has `addEventListener`. */
export type ServedPort =
  | (Sender & { on(name: string, listener: (event?: unknown) => void): unknown })
  | (Sender & { addEventListener(name: string, listener: (event?: unknown) => void): unknown });

/** A port whose messages are known to be readable, in the one form that oRPC takes from both. */
export interface GuardedPort extends Sender {
  on(name: string, heard: (message?: { data: unknown }) => void): void;
}

export function guardPort(port: ServedPort): GuardedPort {
  const listen = (name: string, heard: (data: unknown) => void): void => {
    const hear = (event?: unknown): void => heard(dataOf(event));
    if ('addEventListener' in port) port.addEventListener(name, hear);
    else if ('on' in port) port.on(name, hear);
  };
  return {
    on(event, heard) {
      listen(event, (data) => {
        if (event !== 'message' || isReadable(data)) heard({ data });
      });
    },
    postMessage: (data: unknown) => port.postMessage(data),
  };
}

function dataOf(event: unknown): unknown {
  return typeof event === 'object' && event !== null && 'data' in event ? event.data : undefined;
}
