// The thread that calls winspool.drv, so that a spooler that hangs stops no desk.
import { parentPort } from 'node:worker_threads';
import { loadWinspool } from './winspool.koffi.ts';
import { serveWinspool } from './winspool-thread.ts';

if (parentPort) serveWinspool(loadWinspool, parentPort);
