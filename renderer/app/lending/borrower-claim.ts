// Cards and badges while a form that lends is in front: whoever shows one borrows, and no other form hears of it.
import { useEffect, useEffectEvent } from 'react';
import type { BorrowerRow } from '../../../electron/api/borrowers.contract.ts';
import type { CardReading } from '../../../electron/api/identity.ts';
import { playTone } from '../../ui/tone.ts';
import { useServices } from '../services.ts';

export interface BorrowerClaim {
  /** An ID card lies on the reader. */
  card(card: CardReading): void;
  /** A colleague's badge was read. */
  colleague(row: BorrowerRow): void;
}

/** The forms that claim, the newest last. */
const claims: BorrowerClaim[] = [];

/** The form that whoever shows a card or badge is meant for now; undefined where none lends. */
export function borrowerClaim(): BorrowerClaim | undefined {
  return claims.at(-1);
}

/** While `enabled`, cards and badges come here: `taken` is who is on file with it, `unknown` the card of nobody. */
export function useBorrowerClaim(
  { taken, unknown }: { taken(row: BorrowerRow): void; unknown(card: CardReading): void },
  enabled: boolean,
): void {
  const { api } = useServices();
  const take = useEffectEvent((row: BorrowerRow) => {
    playTone('accepted');
    taken(row);
  });
  const fill = useEffectEvent((card: CardReading) => {
    playTone('accepted');
    unknown(card);
  });
  useEffect(() => {
    if (!enabled) return;
    const claim: BorrowerClaim = {
      card(read) {
        const { documentType, number } = read;
        api.borrowers
          .byDocument({ documentType, documentNumber: number })
          .then((row) => (row ? take(row) : fill(read)))
          .catch(() => playTone('refused'));
      },
      colleague: (row) => take(row),
    };
    claims.push(claim);
    return () => void claims.splice(claims.indexOf(claim), 1);
  }, [api, enabled]);
}
