// The installed program does not let itself be debugged: whoever attaches a debugger reads every name.
const DEBUGGING = /^(?:--?|\/)(?:inspect|remote-debugging|remote-allow-origins|js-flags)/i;

/**
 * The first argument that would open a debugger, or undefined. Windows takes `/switch` and any case too. The fuses
 * of the build close Node's own switches before any code of ours runs; this closes Chromium's.
 */
export function debuggingSwitch(argv: readonly string[]): string | undefined {
  return argv.find((argument) => DEBUGGING.test(argument));
}
