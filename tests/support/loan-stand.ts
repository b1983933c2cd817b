// A stand of umbrellas at a desk of its own, and what a story asks about it.
import { safe } from '@orpc/client';
import { expect } from 'vitest';
import type { ApiClient } from '../../electron/api/contract.ts';
import { openTestDesk, type TestDesk } from './desk.ts';
import { putItem, putType } from './loans.ts';

export interface Stand {
  readonly desk: TestDesk;
  readonly boss: ApiClient;
  readonly api: ApiClient;
  readonly umbrella: number;
  readonly items: readonly number[];
}

/** Three umbrellas in the stand. */
export async function openStand(): Promise<Stand & AsyncDisposable> {
  const desk = await openTestDesk();
  const boss = await desk.signedIn('supervisor');
  const umbrella = await putType(boss);
  const items = [];
  for (const asset of ['YS-001', 'YS-002', 'YS-003']) items.push(await putItem(boss, umbrella, asset));
  const api = await desk.signedIn();
  return { desk, boss, api, umbrella, items, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() };
}

export async function refusal(promise: Promise<unknown>): Promise<{ code?: string; data?: unknown }> {
  const { error } = await safe(promise);
  expect(error).not.toBeNull();
  return error as { code?: string; data?: unknown };
}

export async function stateOf({ api }: Stand, item: number) {
  return (await api.loans.items({})).find(({ id }) => id === item);
}
