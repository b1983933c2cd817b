// What an ID card says once it was read and found sound.
import type { CARD_LAYOUTS } from '../../../api/devices.contract.ts';
import type { DocumentType } from '../../../api/identity.ts';

/** How the 256 bytes of text are laid out. */
export type CardLayout = (typeof CARD_LAYOUTS)[number];

/** GB/T 2261.1. */
export type CardSex = 'unknown' | 'male' | 'female' | 'notStated';

/**
 * Why a name should be looked at before it is trusted: it has a blank where a character is missing, holds a
 * character of a private font, or fills the card's 15 places and may go on.
 */
export type NameFlag = 'blank' | 'privateUse' | 'cutAt15';

/** A sound card: its number fits its kind, its dates are days of the calendar. It may well have expired. */
export interface IdCard {
  layout: CardLayout;
  documentType: DocumentType;
  /** The Chinese name; the English one where a foreigner's card has no Chinese. */
  name: string;
  englishName: string | null;
  sex: CardSex;
  ethnicity: { code: string; name: string } | null;
  /** `YYYY-MM-DD`. */
  birthDate: string;
  address: string | null;
  number: string;
  /** Three letters, on foreigners' cards only. */
  nationality: string | null;
  /** The authority's name; on the card of 2017 its four-digit code. */
  issuer: string | null;
  /** `YYYY-MM-DD`. */
  validFrom: string;
  /** `YYYY-MM-DD`, or without end. */
  validTo: string;
  /** The travel permit behind a residence permit. */
  permitNumber: string | null;
  nameFlag: NameFlag | null;
}

/** `validTo` of a card without end (长期). */
export const longTerm = 'longTerm';
