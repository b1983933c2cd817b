// Where the code of a worker thread lies.

/**
 * The file of the worker `<name>.ts` beside its caller, whose `import.meta.url` is `own`. Bundled, it is an entry of
 * that name beside the backend's (electron/tools/bundles.ts).
 */
export function workerFile(name: string, own: string): URL {
  if (own.endsWith('.ts')) return new URL(`./${name}.ts`, own);
  return new URL(own.includes('/chunks/') ? `../${name}.js` : `./${name}.js`, own);
}
