// A stage that breaks is never counted as passed, however it breaks.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { runStage } from './run-stage.ts';
import { REPORTS, reportOf, type Counting, type Stage } from './stages.ts';

const NAME = 'planted-stage';

afterEach(() => {
  rmSync(reportOf(NAME), { force: true });
});

/** A stage that runs `script` in a Node of its own. */
function stage(counting: Counting, script: string): Stage {
  return {
    name: NAME,
    says: 'planted',
    counting,
    command: ['-e', script],
    fast: false,
    after: [],
  };
}

const run = (counting: Counting, script: string) =>
  runStage(stage(counting, script), { env: process.env, keep: true, write: () => undefined });

/** Writes the stage's report from inside the stage, as the tools do. */
function writing(report: unknown, exitCode: number): string {
  mkdirSync(REPORTS, { recursive: true });
  const text = JSON.stringify(JSON.stringify(report));
  return `require('node:fs').writeFileSync(${JSON.stringify(reportOf(NAME))}, ${text}); process.exit(${exitCode})`;
}

const onePassed = {
  testResults: [
    { name: 'a.test.ts', status: 'passed', assertionResults: [{ fullName: 'a', status: 'passed' }] },
  ],
};

test('a check that ends with 0 counts as one passed', async () => {
  expect(await run('one', '0')).toMatchObject({ passed: 1, failures: [] });
});

test('a check that ends with another code is one failure and repeats its last lines', async () => {
  const outcome = await run('one', "console.log('line 3 is wrong'); process.exit(2)");
  expect(outcome).toMatchObject({
    passed: 0,
    failures: [{ title: 'ended with exit code 2', message: 'line 3 is wrong' }],
  });
});

test('a check that is killed is a failure', async () => {
  const outcome = await run('one', "process.kill(process.pid, 'SIGKILL')");
  expect(outcome.failures).toHaveLength(1);
});

test('tests in the report are counted', async () => {
  expect(await run('vitest', writing(onePassed, 0))).toMatchObject({ passed: 1, failures: [] });
});

test('a stage without a report ran no test, which is a failure', async () => {
  expect(await run('vitest', '0')).toMatchObject({ passed: 0, failures: [{ title: 'ran no test' }] });
});

test('a stage whose every test was skipped ran no test', async () => {
  const skipped = {
    testResults: [{ name: 'a', status: 'passed', assertionResults: [{ fullName: 'a', status: 'skipped' }] }],
  };
  expect(await run('vitest', writing(skipped, 0))).toMatchObject({ failures: [{ title: 'ran no test' }] });
});

test('a bad exit code with only passed tests (an error outside them) is a failure', async () => {
  const outcome = await run('vitest', writing(onePassed, 1));
  expect(outcome).toMatchObject({ passed: 1, failures: [{ title: 'ended with exit code 1' }] });
});

test('a report left over from an earlier run is not believed', async () => {
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(reportOf(NAME), JSON.stringify(onePassed));
  expect(await run('vitest', '0')).toMatchObject({ passed: 0, failures: [{ title: 'ran no test' }] });
});
