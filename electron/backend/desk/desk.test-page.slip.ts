// The test page of a slip printer: everything that goes wrong on a wrong setting, on one short slip.
import type { Language } from '../../api/boot.ts';
import type { PrinterSetting } from '../../api/devices.contract.ts';
import { PRINTER_PROFILES } from '../devices/printer/printer-profile.ts';
import {
  field,
  heading,
  pair,
  rule,
  scanCode,
  slip,
  space,
  text,
  type Slip,
} from '../devices/printer/slip.ts';
import type { Calendar } from '../shared/clock.ts';
import { dammCheckDigit } from '../shared/scan-code.ts';
import { TEST_PAGE_COPY } from './desk.test-page.slip.copy.ts';

export interface TestPagePlace {
  readonly property: string;
  readonly desk: string;
  readonly calendar: Calendar;
}

export interface TestPageFacts {
  readonly setting: PrinterSetting;
  readonly place: TestPagePlace;
  readonly now: number;
}

/** 99 begins no code of ours, so that scanning a test page finds nothing. */
const CODE = '991234567890123';
export const TEST_PAGE_CODE: string = CODE + dammCheckDigit(CODE);

/** The ruler is as wide as the profile says the paper is: on narrower paper it breaks into two lines. */
export function testPage({ setting, place, now }: TestPageFacts, language: Language): Slip {
  const words = TEST_PAGE_COPY[language];
  const { columns } = PRINTER_PROFILES[setting.profile];
  const { calendar } = place;
  return slip(
    language,
    text(place.property, { align: 'center' }),
    heading(words.title),
    rule(),
    field(words.desk, place.desk),
    field(words.time, `${calendar.dayOf(now)} ${calendar.timeOf(now)}`),
    field(words.paper, words.profiles[setting.profile]),
    field(words.connection, connectionText(setting)),
    rule(),
    text(words.rulerHint(columns)),
    text('1234567890'.repeat(Math.ceil(columns / 10)).slice(0, columns)),
    pair(words.left, words.right),
    field(words.common, words.commonText),
    field(words.rare, words.rareText),
    field(words.bold, words.boldText, { bold: true }),
    scanCode(TEST_PAGE_CODE),
    space(),
    text(words.good, { align: 'center' }),
  );
}

function connectionText({ connection }: PrinterSetting): string {
  switch (connection.kind) {
    case 'tcp':
      return `${connection.host}:${connection.port}`;
    case 'device':
      return connection.path;
    case 'spooler':
      return connection.queue;
  }
}
