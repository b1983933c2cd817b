// Reads what vitest and Playwright wrote about their tests.

/** One failed test: where, what it is called, and the first lines of what went wrong. */
export interface Failure {
  title: string;
  /** File, for Playwright with its line; absent when the stage itself failed. */
  file?: string;
  message: string;
}

export interface Tally {
  passed: number;
  skipped: number;
  failures: Failure[];
}

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
}

/** Counts a vitest JSON report. A file that failed without a failed test (it did not load) is a failure itself. */
export function readVitest(json: string): Tally {
  const { testResults } = JSON.parse(json) as VitestReport;
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((result) => ({ ...result, file: name })),
  );
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').length,
    failures: [
      ...broken.map(({ name, message }) => ({
        title: 'the file did not load',
        file: name,
        message: message ?? '',
      })),
      ...tests
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, file, failureMessages }) => ({
          title: fullName,
          file,
          message: failureMessages?.join('\n') ?? '',
        })),
    ],
  };
}

interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    file: string;
    line: number;
    tests: { status: string; results: { error?: { message?: string } }[] }[];
  }[];
}

interface PlaywrightReport {
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
}

/** Counts a Playwright JSON report. A test that passed only at its second try counts as failed. */
export function readPlaywright(json: string): Tally {
  const report = JSON.parse(json) as PlaywrightReport;
  const tests = report.suites.flatMap(allTests);
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    skipped: tests.filter(({ status }) => status === 'skipped').length,
    failures: [
      ...report.errors.map(({ message }) => ({ title: 'outside any test', message: message ?? '' })),
      ...tests
        .filter(({ status }) => status !== 'expected' && status !== 'skipped')
        .map(({ title, file, message }) => ({ title, file, message })),
    ],
  };
}

function allTests(
  suite: PlaywrightSuite,
): { status: string; title: string; file: string; message: string }[] {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status, results }) => ({
      status,
      title: spec.title,
      file: `${spec.file}:${spec.line}`,
      message: results.map(({ error }) => error?.message ?? '').join('\n'),
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(allTests)];
}
