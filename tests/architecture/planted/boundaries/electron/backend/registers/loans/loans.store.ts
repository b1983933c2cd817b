// Planted: breaks registers-do-not-import-neighbours, inside a `using`.
export async function closing() {
  using neighbour = { [Symbol.dispose]: async () => import('../keys/index.ts') };
  return neighbour;
}
