// Two short sounds, made and not loaded: taken, and refused.

const TONES = {
  accepted: [{ hertz: 1320, from: 0, until: 0.08 }],
  refused: [
    { hertz: 330, from: 0, until: 0.12 },
    { hertz: 262, from: 0.15, until: 0.32 },
  ],
} as const;

export type Tone = keyof typeof TONES;

let audio: AudioContext | null = null;

/** Plays at once and returns at once. A machine without sound stays silent. */
export function playTone(tone: Tone): void {
  audio ??= new AudioContext();
  const { currentTime, destination } = audio;
  for (const { hertz, from, until } of TONES[tone]) {
    const source = new OscillatorNode(audio, { frequency: hertz, type: 'triangle' });
    const volume = new GainNode(audio, { gain: 0.12 });
    volume.gain.setTargetAtTime(0, currentTime + until - 0.03, 0.01);
    source.connect(volume).connect(destination);
    source.start(currentTime + from);
    source.stop(currentTime + until);
  }
}
