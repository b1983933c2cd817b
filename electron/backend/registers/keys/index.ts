// Keys 钥匙借用: what hangs in the cabinets, who has it, and until when.
import type { Db } from '../../database/handle.ts';
import { dueMoments } from '../../lending/due.moments.ts';
import type { Language } from '../../../api/boot.ts';
import type { Slip } from '../../devices/printer/slip.ts';
import type { SlipPlace } from '../../places/slip-place.ts';
import { firstAfter } from '../../shared/moments.ts';
import type { Register } from '../register.ts';
import { keyTagLabel } from './key-tag.slip.ts';
import { createKeyCalls } from './key-loans.calls.ts';
import { createKeyCorrections } from './key-loans.corrections.ts';
import { createKeyLoansService } from './key-loans.service.ts';
import type { StoredLoan } from './key-loans.row.ts';
import { findLoan, keyLoanProjector, listOpenLoans } from './key-loans.store.ts';
import { keysFoundBy } from './keys.doors.ts';
import { createKeyFinder } from './keys.finder.ts';
import { keysLending } from './keys.lending.ts';
import type { KeysParts } from './keys.parts.ts';
import { createKeysRouter, type KeysRouter } from './keys.router.ts';
import { searchCardOf } from './keys.search.ts';
import { createKeysService } from './keys.service.ts';
import { keyLoanSlip, type SlipKey } from './keys.slip.ts';
import { findKey, listHeldKeys, listKeysByRfid } from './keys.store.ts';
import { handBackSpare, listOpenUnder } from './keys.tenancy.ts';

export { keyCaseProjector } from './key-cases.store.ts';
export { keyLoanProjector } from './key-loans.store.ts';
export { keyStocktakeProjector } from './key-stocktakes.store.ts';
export { putKey, type KeyFile } from './keys.file.ts';
export type { KeysParts } from './keys.parts.ts';
export { keyProjector } from './keys.store.ts';

export interface KeysRegister extends Register {
  readonly name: 'keys';
  readonly router: KeysRouter;
}

export function createKeysRegister(parts: KeysParts): KeysRegister {
  return {
    name: 'keys',
    projector: keyLoanProjector,
    router: createKeysRouter({
      ...parts,
      service: createKeysService(parts),
      loans: createKeyLoansService(parts),
      corrections: createKeyCorrections(parts),
      followUps: createKeyCalls(parts),
      find: createKeyFinder(parts),
    }),
    slip(db, { record, kind, language, reprint }) {
      if (kind === 'keyTag')
        return tagLabel(db, record, parts.placeOf(language, parts.desk() ?? ''), language);
      const loan = kind === 'keyLoan' ? findLoan(db, record) : undefined;
      // What is back needs no slip, however long the printer was away.
      if (!loan || loan.borrowerName === null || loan.state !== 'open') return null;
      return keyLoanSlip(loan, slipKeys(db, loan), parts.placeOf(language, loan.desk), { language, reprint });
    },
    numberOf: (db, record) => findLoan(db, record)?.number ?? findKey(db, record)?.code ?? null,
    searchCard: (db, record) => searchCardOf(parts, db, record),
    foundBy: (db, records) => keysFoundBy(parts, db, records),
    openItems: (db) => [...listOpenLoans(db), ...listHeldKeys(db)].map(({ id }) => id),
    turnsAt: (db, after) => firstAfter(after, dueMoments(listOpenLoans(db), parts.policies)),
    openUnder: listOpenUnder,
    closeWithTenancy: handBackSpare,
    lending: keysLending,
    wearing(db, uid) {
      const key = listKeysByRfid(db, uid).find(({ state }) => state !== 'retired');
      return key ? { wearer: 'key', record: key.id, number: key.code, code: key.tag } : null;
    },
    blindIndexes: () => [],
  };
}

function tagLabel(db: Db, record: number, place: SlipPlace, language: Language): Slip | null {
  const key = findKey(db, record);
  return key && key.state !== 'retired' ? keyTagLabel(key, place, language) : null;
}

function slipKeys(db: Db, { lines }: StoredLoan): SlipKey[] {
  return lines
    .filter(({ back, pieces }) => back < pieces)
    .map(({ key, name, pieces, back }) => ({
      code: findKey(db, key)?.code ?? '',
      name,
      pieces: pieces - back,
    }));
}
