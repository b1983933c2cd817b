// Tells of an error that nobody waits for; the specs' output and the start script show it.

export function report(error: unknown): void {
  process.stderr.write(`electron host: ${error instanceof Error ? error.message : String(error)}\n`);
}
