// Puts together the two scripts that every document of a window starts with, from the page functions' own source.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createBridge } from './page.bridge.ts';
import { createPreloadSurroundings } from './page.preload.ts';
import { BINDING, RECEIVER } from './page.protocol.ts';
import { createCodec } from './wire.codec.ts';

export interface PageScripts {
  mainWorld: string;
  preloadWorld: string;
}

const PAGE_BASE64 = '{ encode: (bytes) => bytes.toBase64(), decode: (text) => Uint8Array.fromBase64(text) }';

/** As in Electron, a preload runs in the top frame of real documents, not in frames or the boot page. */
const GUARD = `if (window.top !== window || !/^(https?|file):$/.test(location.protocol)) return;`;

/** Reads the bundled CommonJS preload; `versions` is what it sees as process.versions. */
export function createPageScripts(
  preload: string | undefined,
  versions: NodeJS.ProcessVersions,
): PageScripts {
  const secret = `electron-host-${randomUUID()}`;
  const [toPage, toPreload] = [`'${secret}-page'`, `'${secret}-preload'`];
  const source = preload === undefined ? '' : readFileSync(preload, 'utf8');
  const surroundings = {
    platform: process.platform,
    arch: process.arch,
    versions,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    argv: [],
    env: {},
  };
  return {
    mainWorld: `(() => { ${GUARD} (${createBridge.toString()})(${toPage}, ${toPreload}); })()`,
    preloadWorld: `(() => { ${GUARD}
      const codec = (${createCodec.toString()})(${PAGE_BASE64});
      const bridge = (${createBridge.toString()})(${toPreload}, ${toPage});
      const around = (${createPreloadSurroundings.toString()})(codec, bridge, globalThis.${BINDING});
      globalThis.${RECEIVER} = around.receive;
      const module = { exports: {} };
      try {
        (function (exports, require, module, process) {${source}
        })(module.exports, around.require, module, ${JSON.stringify(surroundings)});
      } catch (error) {
        console.error('Unable to load preload script: ' + ${JSON.stringify(preload ?? '')});
        reportError(error);
      }
    })()`,
  };
}
