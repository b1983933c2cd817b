// `npm run chaos [-- --kills 200 --seed N] [--app]`: kills the desk while it registers, and judges what is left.
import { parseArgs } from 'node:util';
import { runChaos, type ChaosReport } from './chaos.ts';
import { killRealApp } from './real-app.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    seed: { type: 'string', default: '1' },
    app: { type: 'boolean', default: false },
  },
});
const kills = Number(values.kills ?? (values.app ? 5 : 200));
const seed = Number(values.seed);
if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write('--kills wants a whole number from 1, --seed a whole number\n');
  process.exitCode = 2;
} else if (values.app) {
  const report = await killRealApp({ kills, seed, say });
  say(`\n${report.acknowledged} walk-ins were shown as registered; seed ${seed}.`);
  finish(report.kills, report.failures);
} else {
  const report = await runChaos({ kills, seed, say });
  say(`\n${report.commands} commands; ${report.repeated} got no answer and were sent again by their id,`);
  say(`${report.keptUnanswered} of them had been kept before the kill.`);
  say(
    `${report.lent} loans of things and keys, ${report.paidBack} deposits paid back, ${report.refused} refused by the rules;`,
  );
  say(`${report.cutLending} kills fell while something was lent, taken in or paid back;`);
  say(`${report.papers} papers, ${report.torn} torn; ${report.asked} jobs asked whether they were printed.`);
  say(`${report.viewChecks} rebuilds compared; seed ${seed}.`);
  // Each kill is judged once, and the end once more.
  finish(report.kills + 1, report.failures);
}

function finish(judged: number, failures: ChaosReport['failures']): void {
  for (const { kill, faults } of failures) {
    say(`\nafter kill ${kill + 1}:`);
    for (const fault of faults) say(`  ${fault}`);
  }
  say(`\n${judged - failures.length} passed, ${failures.length} failed`);
  if (failures.length > 0) process.exitCode = 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
