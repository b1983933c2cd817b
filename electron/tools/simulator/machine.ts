// What the machine needs for the simulated devices, and for showing them without a display.
import { ensureMachine } from '../ensure-machine.mjs';

/** Installs what is missing, or says what is; resolves with the names of what is still missing. */
export function ensureSimulators(): Promise<string[]> {
  return ensureMachine({ packages: ['socat', 'fonts'] });
}

/** The same for the demo, which also runs headless. */
export function ensureDemo(): Promise<string[]> {
  return ensureMachine({ packages: ['chromium', 'headless', 'fonts', 'socat'] });
}
