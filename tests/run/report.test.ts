// The counts behind "N passed, N failed" are read right from both tools' reports.
import { describe, expect, test } from 'vitest';
import { readPlaywright, readVitest } from './report.ts';

describe('a vitest report', () => {
  const passed = { fullName: 'a key goes out', status: 'passed', failureMessages: [] };

  test('passed, failed and skipped tests are counted apart', () => {
    const report = {
      testResults: [
        {
          name: '/desk/keys.test.ts',
          status: 'failed',
          assertionResults: [
            passed,
            { fullName: 'a key comes back', status: 'failed', failureMessages: ['expected 1 to be 2'] },
            { fullName: 'a key is lost', status: 'skipped' },
          ],
        },
      ],
    };
    expect(readVitest(JSON.stringify(report))).toEqual({
      passed: 1,
      skipped: 1,
      failures: [{ title: 'a key comes back', file: '/desk/keys.test.ts', message: 'expected 1 to be 2' }],
    });
  });

  test('a file that did not load is one failure although none of its tests failed', () => {
    const report = {
      testResults: [
        { name: '/desk/keys.test.ts', status: 'passed', assertionResults: [passed] },
        {
          name: '/desk/loans.test.ts',
          status: 'failed',
          message: 'cannot find loans.ts',
          assertionResults: [],
        },
      ],
    };
    const tally = readVitest(JSON.stringify(report));
    expect(tally.passed).toBe(1);
    expect(tally.failures).toEqual([
      { title: 'the file did not load', file: '/desk/loans.test.ts', message: 'cannot find loans.ts' },
    ]);
  });
});

describe('a Playwright report', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: 'visitors.spec.ts',
    line: 7,
    tests: [{ status, results: [message ? { error: { message } } : {}] }],
  });

  test('tests are found in nested suites, and a second try does not make a test pass', () => {
    const report = {
      suites: [
        {
          title: 'visitors.spec.ts',
          specs: [spec('a walk-in is registered', 'expected')],
          suites: [
            {
              title: 'by card',
              specs: [
                spec('the form fills', 'unexpected', 'no card'),
                spec('the pass prints', 'flaky'),
                spec('on real Electron', 'skipped'),
              ],
            },
          ],
        },
      ],
      errors: [],
    };
    expect(readPlaywright(JSON.stringify(report))).toEqual({
      passed: 1,
      skipped: 1,
      failures: [
        { title: 'the form fills', file: 'visitors.spec.ts:7', message: 'no card' },
        { title: 'the pass prints', file: 'visitors.spec.ts:7', message: '' },
      ],
    });
  });

  test('an error outside any test is a failure', () => {
    const report = { suites: [], errors: [{ message: 'the config does not load' }] };
    expect(readPlaywright(JSON.stringify(report)).failures).toEqual([
      { title: 'outside any test', message: 'the config does not load' },
    ]);
  });
});
