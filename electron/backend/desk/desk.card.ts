// A card on the reader as the window sees it: what it says, whether it has expired, whose open visit it is.
import type { CardReading } from '../../api/identity.ts';
import type { PolicyValues } from '../../api/policies.ts';
import type { IdCard } from '../devices/card-reader/id-card.ts';
import { isExpired } from '../registers/visitors/index.ts';

export interface CardReadings {
  /** What a card says besides name and number is shown only where policy has a use for it (PIPL art. 6). */
  readonly shown: () => PolicyValues['card.shown'];
  readonly today: () => string;
  readonly openVisitOf: (document: {
    readonly type: CardReading['documentType'];
    readonly number: string;
  }) => CardReading['visit'];
}

/** Sex, birth date and address are for comparison on the screen; nothing of them is kept. */
export function readingOf(card: IdCard, { today, openVisitOf, shown }: CardReadings): CardReading {
  const { documentType, name, englishName, number, nationality, nameFlag } = card;
  const { sex, birthDate, address } = shown();
  return {
    ...{ documentType, name, englishName, number, nationality, nameFlag },
    sex: sex ? card.sex : null,
    birthDate: birthDate ? card.birthDate : null,
    address: address ? card.address : null,
    validTo: card.validTo,
    expired: isExpired(card.validTo, today()),
    visit: openVisitOf({ type: documentType, number }),
  };
}
