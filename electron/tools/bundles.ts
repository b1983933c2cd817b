// The four bundles of the program, as Vite builds them: main, preload, backend, renderer.
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

export interface Bundle {
  readonly name: 'main' | 'preload' | 'backend' | 'renderer';
  /** The file whose presence says that the bundle was built, below `out/<name>`. */
  readonly entry: string;
  readonly config: InlineConfig;
}

/** Shipped beside the bundles, because they carry machine code; everything else is bundled. */
const NATIVE = ['better-sqlite3', 'serialport', '@napi-rs/canvas', 'koffi'];

/** Threads of the backend, by the name that `shared/worker-file.ts` looks for. */
const THREADS = {
  'backup.worker': 'backup/backup.worker.ts',
  'verify.worker': 'backup/verify.worker.ts',
  'winspool.worker': 'devices/printer/winspool.worker.ts',
};

/** `root` is the repository or, in tests, a folder of the same shape; `out` is where `out/<name>` goes. */
export function bundles(root: string, out: string): readonly Bundle[] {
  return [
    node('main', 'js', 'es', ['electron']),
    node('preload', 'cjs', 'cjs', ['electron']),
    node('backend', 'js', 'es', NATIVE, THREADS),
    renderer(),
  ];

  function node(
    name: 'main' | 'preload' | 'backend',
    ending: 'js' | 'cjs',
    format: 'es' | 'cjs',
    external: string[],
    threads: Readonly<Record<string, string>> = {},
  ): Bundle {
    const entries = { index: 'index.ts', ...threads };
    const input = Object.fromEntries(
      Object.entries(entries).map(([entry, file]) => [entry, join(root, 'electron', name, file)]),
    );
    return {
      name,
      entry: `index.${ending}`,
      config: {
        ...common(name),
        root,
        publicDir: false,
        ssr: { target: 'node', noExternal: true, external },
        build: {
          ...output(name),
          ssr: true,
          target: 'node24',
          sourcemap: true,
          minify: false,
          rolldownOptions: {
            input,
            external,
            output: { format, entryFileNames: `[name].${ending}`, chunkFileNames: 'chunks/[name]-[hash].js' },
          },
        },
      },
    };
  }

  function renderer(): Bundle {
    return {
      name: 'renderer',
      entry: 'index.html',
      config: {
        ...common('renderer'),
        root: join(root, 'renderer'),
        base: '/',
        plugins: [react()],
        build: {
          ...output('renderer'),
          target: 'chrome140',
          modulePreload: { polyfill: false },
          // The page comes from the disk beside the program: one large file costs nothing.
          chunkSizeWarningLimit: 4096,
        },
      },
    };
  }

  /** Inline scripts and data: fonts would break the policy, so that nothing is inlined. */
  function output(name: string): InlineConfig['build'] {
    return { outDir: join(out, name), emptyOutDir: true, assetsInlineLimit: 0, reportCompressedSize: false };
  }

  function common(name: string): InlineConfig {
    return {
      configFile: false,
      mode: 'production',
      logLevel: 'warn',
      cacheDir: join(out, '.cache', name),
      define: { 'process.env.NODE_ENV': '"production"' },
    };
  }
}
