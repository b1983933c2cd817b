// Serves one window: its calls come over one MessagePort, its session lives as long as the port does.
import { RPCHandler } from '@orpc/server/message-port';
import type { Backend } from './compose.ts';

/** What oRPC needs of a port; Electron's MessagePortMain and node's MessagePort both have it. */
export type ServedPort = Parameters<RPCHandler<Record<never, never>>['upgrade']>[0];

/** Answers calls on the port until it closes. The caller starts the port. */
export function serve(backend: Backend, port: ServedPort): void {
  const handler = new RPCHandler(backend.router);
  handler.upgrade(port, { context: backend.newContext() });
}
