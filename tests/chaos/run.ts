// `npm run chaos [-- --kills 200 --seed N]`: kills backend and app in a registering loop and judges what is left.
import { parseArgs } from 'node:util';
import { runChaos } from './chaos.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write('--kills wants a whole number from 1, --seed a whole number\n');
  process.exitCode = 2;
} else {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const report = await runChaos({ kills, seed, say });
  say(`\n${report.commands} commands; ${report.repeated} got no answer and were sent again by their id,`);
  say(`${report.keptUnanswered} of them had been kept before the kill.`);
  say(
    `${report.passes} passes on paper, ${report.torn} torn; ${report.asked} jobs asked whether they were printed.`,
  );
  say(`${report.viewChecks} rebuilds compared; seed ${seed}.`);
  for (const { kill, faults } of report.failures) {
    say(`\nafter kill ${kill + 1}:`);
    for (const fault of faults) say(`  ${fault}`);
  }
  // Each kill is judged once, and the end once more.
  say(`\n${kills + 1 - report.failures.length} passed, ${report.failures.length} failed`);
  if (report.failures.length > 0) process.exitCode = 1;
}
