// What the window remembers over restarts: how it looks, nothing else and nothing of a person.

const PREFIX = 'foyer.';

/** The remembered choice, or null where there is none or it is none of `known`. */
export function recall<Choice extends string>(name: string, known: readonly Choice[]): Choice | null {
  const found = localStorage.getItem(PREFIX + name);
  return known.find((choice) => choice === found) ?? null;
}

export function remember(name: string, choice: string): void {
  localStorage.setItem(PREFIX + name, choice);
}
