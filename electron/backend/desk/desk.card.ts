// A card on the reader as the window sees it: what it says, whether it has expired, whose open visit it is.
import type { CardReading } from '../../api/identity.ts';
import type { IdCard } from '../devices/card-reader/id-card.ts';
import { isExpired } from '../registers/visitors/index.ts';

export interface CardReadings {
  readonly today: () => string;
  readonly openVisitOf: (document: {
    readonly type: CardReading['documentType'];
    readonly number: string;
  }) => CardReading['visit'];
}

/** Sex, birth date and address are for comparison on the screen; nothing of them is kept. */
export function readingOf(card: IdCard, { today, openVisitOf }: CardReadings): CardReading {
  const { documentType, name, englishName, sex, birthDate, address, number, nationality, nameFlag } = card;
  return {
    ...{ documentType, name, englishName, sex, birthDate, address, number, nationality, nameFlag },
    validTo: card.validTo,
    expired: isExpired(card.validTo, today()),
    visit: openVisitOf({ type: documentType, number }),
  };
}
