// Real-time commands, which a printer obeys the moment they arrive and which are not part of the job.

const DLE = 0x10;
const EOT = 0x04;

export interface RealTimeSplit {
  /** The chunk without its real-time commands. */
  readonly job: Buffer;
  /** The n of each DLE EOT n, in order. */
  readonly questions: readonly number[];
}

/** Takes DLE EOT n out of a stream, wherever it stands and however the stream is cut into chunks. */
export function createRealTimeSplitter(): (chunk: Buffer) => RealTimeSplit {
  let held: number[] = [];
  return (chunk) => {
    const job: number[] = [];
    const questions: number[] = [];
    for (const byte of chunk) {
      if (held.length === 2 && byte >= 1 && byte <= 8) {
        questions.push(byte);
        held = [];
      } else if (held.length === 1 && byte === EOT) {
        held = [DLE, EOT];
      } else {
        job.push(...held);
        held = byte === DLE ? [DLE] : [];
        if (byte !== DLE) job.push(byte);
      }
    }
    return { job: Buffer.from(job), questions };
  };
}
