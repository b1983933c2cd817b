// A small chaos run in every `npm test`; the two hundred kills are `npm run chaos`.
import { expect, test } from 'vitest';
import { runChaos } from './chaos.ts';

test('a desk that is killed in the middle of its work loses nothing, does nothing twice and prints no pass twice', async () => {
  const lines: string[] = [];
  const report = await runChaos({ kills: 4, seed: 7, say: (line) => lines.push(line) });
  expect(report.failures, lines.join('\n')).toEqual([]);
  expect(report.kills).toBe(4);
  expect(report.commands).toBeGreaterThan(report.kills);
  expect(report.viewChecks).toBe(1);
});
