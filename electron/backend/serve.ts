// Serves one window: its calls come over one MessagePort, its session lives as long as the port does.
import { RPCHandler } from '@orpc/server/message-port';
import { guardPort, type ServedPort } from './port-guard.ts';
import type { Backend } from './compose.ts';

/** Answers calls on the port until it closes. The caller starts the port. */
export function serve(backend: Backend, port: ServedPort): void {
  const handler = new RPCHandler(backend.router);
  handler.upgrade(guardPort(port), { context: backend.newContext() });
}
