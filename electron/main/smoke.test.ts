// The smoke start: green only with window and backend, red with a reason.
import { beforeEach, expect, test } from 'vitest';
import { createSmokeTest } from './smoke.ts';
import type { SmokeTest } from './smoke.ts';

let ends: [number, string][];
let timeOut: () => void;
let smoke: SmokeTest;

beforeEach(() => {
  ends = [];
  smoke = createSmokeTest({
    end: (exitCode, reason) => ends.push([exitCode, reason]),
    later(_ms, action) {
      timeOut = action;
      return () => (timeOut = () => {});
    },
  });
});

test('a painted window alone is not enough, window and backend together are, in any order', () => {
  smoke.painted();
  expect(ends).toEqual([]);
  smoke.heard({ state: 'starting' });
  smoke.heard({ state: 'ready' });
  timeOut();
  expect(ends).toEqual([[0, 'smoke: window painted, backend ready']]);
});

test('a refusal fails it and names the code', () => {
  smoke.painted();
  smoke.heard({ state: 'refused', code: 'KEY_MISSING', reference: 'E-1' });
  expect(ends).toEqual([[1, 'smoke: backend refused (KEY_MISSING, E-1)']]);
});

test('a backend that never comes fails it after the time and is named', () => {
  smoke.painted();
  timeOut();
  expect(ends).toEqual([[1, 'smoke: after 30 s still no backend']]);
});
