// Checks electron-builder.yml against the packager's own schema, without packing. A wrong key ends with 1.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

interface ConfigReader {
  getConfig(projectDir: string, configPath: string | null, options: null): Promise<object>;
  validateConfiguration(config: object, debug: { readonly isEnabled: boolean }): Promise<void>;
}

/** Rejects with the packager's own words on the first key or value that it does not know. */
export async function checkBuilderConfig(configPath = 'electron-builder.yml', root = ROOT): Promise<void> {
  // The reader is not part of app-builder-lib's public entry, and electron-builder has no command for it.
  const ofPackager = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
  const reader = ofPackager('app-builder-lib/out/util/config/config') as ConfigReader;
  const config = await reader.getConfig(root, configPath, null);
  await reader.validateConfiguration(config, { isEnabled: false });
}

if (import.meta.main) {
  try {
    await checkBuilderConfig();
    process.stdout.write('electron-builder.yml is well-formed\n');
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
