// The desk's own reader and slip printer: which they are, and a live test of each. For admins.
import { z } from 'zod';
import { callFor, noInput } from './call.ts';
import { CARD_REFUSALS, readerState } from './desk.contract.ts';

/** Bits per second that readers of this kind can be set to; they leave the factory with the first. */
export const BAUD_RATES = [115_200, 57_600, 38_400, 19_200, 9600] as const;

/** Paper, columns and Chinese of a printer; electron/backend/devices/printer/printer-profile.ts says what each means. */
export const PRINTER_PROFILE_IDS = ['rom80', 'epson80', 'rom58', 'raster80', 'raster58'] as const;
export type PrinterProfileId = (typeof PRINTER_PROFILE_IDS)[number];

/** How the text of an ID card is laid out: the resident's card, the permit, and the foreigner's cards. */
export const CARD_LAYOUTS = ['mainland', 'hmtResidence', 'foreigner2017', 'foreigner2023'] as const;

/**
 * Why a printer did not do as told. UNREACHABLE: switched off, unplugged, at another address, or a queue that the
 * system does not have. NOT_ALLOWED: we may not write to its device file. IN_USE: another program has it open.
 * CLOSED_EARLY: it hung up. CONNECTION_LOST: the line broke. STALLED: it stopped taking bytes. NO_ANSWER: it took them
 * all and then neither answered nor hung up. SPOOLER_STOPPED: the system's queue is switched off. SPOOLER_FAILED: the
 * system gave the job up. STOPPED: we were told to stop.
 */
export const PRINTER_PROBLEMS = [
  'COVER_OPEN',
  'PAPER_OUT',
  'PRINTER_ERROR',
  'OFFLINE',
  'UNREACHABLE',
  'NOT_ALLOWED',
  'IN_USE',
  'CLOSED_EARLY',
  'CONNECTION_LOST',
  'STALLED',
  'NO_ANSWER',
  'SPOOLER_STOPPED',
  'SPOOLER_FAILED',
  'STOPPED',
] as const;

const typed = z.string().max(255);
const usbId = z.string().regex(/^[0-9a-f]{4}$/i);
const usbIdentity = z.object({
  vendorId: usbId,
  productId: usbId,
  /** Null: any device of this make will do. */
  serialNumber: z.string().max(100).nullable(),
});

/** A port by its path, or by the USB device behind it, whose path changes with the socket it is plugged into. */
export const readerSetting = z.object({
  port: z.union([z.object({ path: typed }), z.object({ usb: usbIdentity })]),
  baudRate: z.int(),
});
export type ReaderSetting = z.infer<typeof readerSetting>;

export const printerConnection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tcp'), host: typed, port: z.int() }),
  /** A device file such as /dev/usb/lp0. Linux and macOS. */
  z.object({ kind: z.literal('device'), path: typed }),
  /** A queue of the operating system: CUPS on Linux and macOS; on Windows its spooler, unproven so far. */
  z.object({ kind: z.literal('spooler'), queue: typed }),
]);
export type PrinterConnection = z.infer<typeof printerConnection>;

export const printerSetting = z.object({
  connection: printerConnection,
  profile: z.enum(PRINTER_PROFILE_IDS),
  /** False for printers known never to answer: no slip waits for them then. */
  answersStatus: z.boolean(),
});
export type PrinterSetting = z.infer<typeof printerSetting>;

/** Readers that speak unasked, beside the ID card reader: of key tags and badges, and of printed codes. */
export const LINE_READER_KINDS = ['tag', 'scanner'] as const;
export type LineReaderKind = (typeof LINE_READER_KINDS)[number];
/**
 * How a tag reader writes a number. dec10: ten digits (10D). hex: 8H, or the UID of an M1 card. w26: facility and card,
 * `099,59822`. dec8: the same without the comma (8D). dec: the UID as a number without leading zeros.
 */
export const TAG_FORMATS = ['dec10', 'hex', 'w26', 'dec8', 'dec'] as const;
export type TagFormat = (typeof TAG_FORMATS)[number];
/** msb: the first byte of the UID stands first. lsb: the last one does; readers of M1 cards differ in this. */
export const BYTE_ORDERS = ['msb', 'lsb'] as const;
export type ByteOrder = (typeof BYTE_ORDERS)[number];
export const SCAN_ENCODINGS = ['utf8', 'gbk'] as const;
/** More than one desk has room for. */
export const MOST_LINE_READERS = 8;

const tagFormat = z.object({ format: z.enum(TAG_FORMATS), byteOrder: z.enum(BYTE_ORDERS) });
const scanFormat = z.object({ encoding: z.enum(SCAN_ENCODINGS) });
/** `id` is the window's, and stays when the reader is changed. */
export const lineReaderSetting = z.discriminatedUnion('kind', [
  readerSetting.extend({ id: z.uuid(), kind: z.literal('tag'), ...tagFormat.shape }),
  readerSetting.extend({ id: z.uuid(), kind: z.literal('scanner'), ...scanFormat.shape }),
]);
export type LineReaderSetting = z.infer<typeof lineReaderSetting>;

export const SETTING_FIELDS = ['path', 'baudRate', 'host', 'port', 'queue'] as const;
/**
 * NOT_A_DEVICE: there is something else at this path, or nothing where no device could come. TAKEN: another reader of
 * this desk is set to this port.
 */
export const SETTING_PROBLEMS = [
  'SHAPE',
  'RANGE',
  'NOT_A_DEVICE',
  'NOT_ON_THIS_SYSTEM',
  'TAKEN',
  'TOO_MANY',
] as const;

/** What was set before stays as it is. */
export const deviceErrors = {
  SETTING_WRONG: {
    data: z.object({ field: z.enum(SETTING_FIELDS), reason: z.enum(SETTING_PROBLEMS) }),
  },
} as const;

export const readerTest = z.discriminatedUnion('outcome', [
  /** A card was read. Of what it says, only its layout is told. */
  z.object({ outcome: z.literal('card'), layout: z.enum(CARD_LAYOUTS) }),
  z.object({ outcome: z.literal('refused'), reason: z.enum(CARD_REFUSALS) }),
  z.object({ outcome: z.literal('noCard'), state: readerState, cause: z.string().nullable() }),
]);
export type ReaderTest = z.infer<typeof readerTest>;

/** What a tag reader or a scanner sent, as bytes in hex or as text, and all that it may mean. */
export const lineReaderTest = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('tag'),
    came: z.string(),
    /** Under the reader's setting; null where it is not of this format. */
    uid: z.string().nullable(),
    /** Each UID that it may be, likeliest first, and what cards with it have printed on them, where it has four bytes. */
    readings: z.array(
      tagFormat.extend({
        uid: z.string(),
        printed: z.object({ dec10: z.string(), w26: z.string() }).nullable(),
      }),
    ),
  }),
  z.object({
    outcome: z.literal('code'),
    /** Under the reader's setting. */
    text: z.string(),
    readings: z.array(scanFormat.extend({ text: z.string() })),
  }),
  z.object({ outcome: z.literal('nothing'), state: readerState, cause: z.string().nullable() }),
]);
export type LineReaderTest = z.infer<typeof lineReaderTest>;

export const printerTest = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('printed'), paperNearEnd: z.boolean() }),
  /** Nothing of it is on paper. NO_FONT: this machine has no Chinese font to draw with. */
  z.object({ outcome: z.literal('refused'), problem: z.enum([...PRINTER_PROBLEMS, 'NO_FONT']) }),
  /** Look at the printer. */
  z.object({ outcome: z.literal('unknown'), problem: z.enum(PRINTER_PROBLEMS) }),
]);
export type PrinterTest = z.infer<typeof printerTest>;

const setUp = callFor('devices.setUp').errors(deviceErrors);
/** `inEffect` is false where the command line names another device for now. */
const kept = z.object({ inEffect: z.boolean() });

export const devicesContract = {
  settings: setUp.input(noInput).output(
    z.object({
      reader: readerSetting.nullable(),
      printer: printerSetting.nullable(),
      /** Readers of tags and codes, in the order in which they were set up. */
      lineReaders: z.array(lineReaderSetting),
      /** What the command line sets wins until the next start without it. */
      fromCommandLine: z.object({ reader: z.boolean(), printer: z.boolean() }),
      /** The backend runs on Windows, where there are no device files. */
      windows: z.boolean(),
    }),
  ),
  /** Null: none. The new one is used at once; slips that wait are kept for it. */
  setReader: setUp.input(z.object({ reader: readerSetting.nullable() })).output(kept),
  setPrinter: setUp.input(z.object({ printer: printerSetting.nullable() })).output(kept),
  /** Sets a tag reader or a scanner up, or changes the one with this `id`. It is used at once. */
  setLineReader: setUp.input(z.object({ reader: lineReaderSetting })).output(z.object({})),
  /** Also where there is none with this `id` any more. */
  removeLineReader: setUp.input(z.object({ id: z.uuid() })).output(z.object({})),
  /** The serial ports of this machine. Readers with a HID plug are no serial ports and are not in it. */
  listPorts: setUp
    .input(noInput)
    .output(z.array(z.object({ path: z.string(), label: z.string(), usb: usbIdentity.nullable() }))),
  /** The operating system's printer queues, by name. */
  listQueues: setUp.input(noInput).output(z.array(z.string())),
  /** Waits for a card so long, in seconds; the card goes to nobody else meanwhile. */
  testReader: setUp.input(z.object({ seconds: z.int().min(1).max(60).default(20) })).output(readerTest),
  /** Waits for a tag or a code so long, in seconds; it goes to nobody else meanwhile. */
  testLineReader: setUp
    .input(z.object({ id: z.uuid(), seconds: z.int().min(1).max(60).default(20) }))
    .output(lineReaderTest),
  /** Prints a test page in the language of who asks. */
  testPrinter: setUp.input(noInput).output(printerTest),
};
