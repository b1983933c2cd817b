// The calls that keep the cabinet in order: the key file, lost keys, seals and stocktakes.
import { templateText } from '../../imports/cells.rules.ts';
import { implementer } from '../../router-base.ts';
import { Refusal } from '../../shared/refusal.ts';
import { readCases, readUnsealed } from './key-cases.queries.ts';
import { createKeyCasesService } from './key-cases.service.ts';
import { readKeyFile } from './key-file.queries.ts';
import { createKeyFileService } from './key-file.service.ts';
import { KEY_EXAMPLE, KEY_HEADERS } from './key-import.columns.ts';
import { createKeyImportService } from './key-import.service.ts';
import { createKeySealsService } from './key-seals.service.ts';
import { readStocktake, readStocktakeDue, readStocktakes } from './key-stocktakes.queries.ts';
import { createKeyStocktakesService } from './key-stocktakes.service.ts';
import type { KeysParts } from './keys.parts.ts';

/** Handlers, to stand among those of the register's router. */
export function keyCareHandlers(parts: KeysParts) {
  const { db } = parts.database;
  const calls = implementer.keys;
  const file = createKeyFileService(parts);
  const imports = createKeyImportService(parts);
  const cases = createKeyCasesService(parts);
  const seals = createKeySealsService(parts);
  const stocktakes = createKeyStocktakesService(parts);
  return {
    keyFile: calls.keyFile.handler(() => readKeyFile(db, parts)),
    putKey: calls.putKey.handler(({ context, input }) => file.put(context.actor(), input)),
    bindTag: calls.bindTag.handler(({ context, input }) => file.bindTag(context.actor(), input)),
    printTag: calls.printTag.handler(({ context, input }) => file.printTag(context.actor(), input)),
    retireKey: calls.retireKey.handler(({ context, input }) => file.retire(context.actor(), input)),
    reinstateKey: calls.reinstateKey.handler(({ context, input }) => file.reinstate(context.actor(), input)),
    previewImport: calls.previewImport.handler(({ input }) => imports.preview(input)),
    runImport: calls.runImport.handler(({ context, input }) => imports.run(context.actor(), input)),
    importTemplate: calls.importTemplate.handler(() => ({ text: templateText(KEY_HEADERS, KEY_EXAMPLE) })),
    loseKey: calls.loseKey.handler(({ context, input }) => cases.lose(context.actor(), input)),
    takeBackLoss: calls.takeBackLoss.handler(({ context, input }) => cases.takeBack(context.actor(), input)),
    noteCase: calls.noteCase.handler(({ context, input }) => cases.note(context.actor(), input)),
    foundKey: calls.foundKey.handler(({ context, input }) => cases.found(context.actor(), input)),
    hangUp: calls.hangUp.handler(({ context, input }) => cases.hangUp(context.actor(), input)),
    giveUpKey: calls.giveUpKey.handler(({ context, input }) => cases.giveUp(context.actor(), input)),
    cases: calls.cases.handler(({ input }) => readCases(db, input?.key ?? null)),
    openSeal: calls.openSeal.handler(({ context, input }) => seals.open(context.actor(), input)),
    reseal: calls.reseal.handler(({ context, input }) => seals.reseal(context.actor(), input)),
    unsealed: calls.unsealed.handler(() => readUnsealed(db)),
    beginStocktake: calls.beginStocktake.handler(({ context, input }) =>
      stocktakes.begin(context.actor(), input),
    ),
    countKey: calls.countKey.handler(({ context, input }) => stocktakes.count(context.actor(), input)),
    uncountKey: calls.uncountKey.handler(({ context, input }) => stocktakes.uncount(context.actor(), input)),
    finishStocktake: calls.finishStocktake.handler(({ context, input }) =>
      stocktakes.finish(context.actor(), input),
    ),
    stocktake: calls.stocktake.handler(({ input }) => {
      const found = readStocktake(db, input.stocktake, parts);
      if (!found) throw new Refusal('NOT_FOUND', { what: 'key_stocktake' });
      return found;
    }),
    stocktakes: calls.stocktakes.handler(() => readStocktakes(db, parts)),
    stocktakeDue: calls.stocktakeDue.handler(() =>
      readStocktakeDue(db, {
        ...{ desk: parts.desk() ?? '', now: parts.clock.now() },
        days: parts.policies.value('keys.stocktakeDays'),
      }),
    ),
  };
}
