// The words of the SDT protocol: what the desk asks, and what the reader's status byte means (GA/T 467).

/** The commands that are used; the one that also fetches fingerprints (30 10) is never sent. */
export const sdtCommands = {
  find: [0x20, 0x01],
  select: [0x20, 0x02],
  read: [0x30, 0x01],
  /** Asks for the added address, which few cards have; any good answer says that the card still lies there. */
  presence: [0x30, 0x03],
} as const;

export type SdtCommand = keyof typeof sdtCommands;

/** The third status byte; the first two are words of the card and usually zero. */
export const sdtStatus = {
  badChecksum: 0x10,
  badLength: 0x11,
  unknownCommand: 0x21,
  notAuthorised: 0x23,
  unrecognised: 0x24,
  cardRefusedReader: 0x31,
  readerRefusedCard: 0x32,
  informationCheckFailed: 0x33,
  wrongCardType: 0x40,
  readFailed: 0x41,
  noRandomNumber: 0x47,
  selfTestFailed: 0x60,
  samNotLicensed: 0x66,
  noCard: 0x80,
  selectFailed: 0x81,
  success: 0x90,
  noSuchItem: 0x91,
  cardFound: 0x9f,
} as const;

/** Where the parts of a `read` answer begin, counted behind the three status bytes. */
export const readAnswer = { textLength: 0, photoLength: 2, text: 4 } as const;
