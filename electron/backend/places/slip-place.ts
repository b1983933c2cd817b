// The place as a slip names it: property, desk, its own head and foot.
import type { Language } from '../../api/boot.ts';
import type { Db } from '../database/handle.ts';
import type { Calendar } from '../shared/clock.ts';
import { findDesk, findProperty } from './places.store.ts';

export interface SlipPlace {
  readonly property: string;
  readonly desk: string;
  readonly header: string;
  readonly footer: string;
  /** Whether the slip says that it is of invented data. */
  readonly sample: boolean;
  readonly calendar: Calendar;
}

/** Practice says so by itself (training), and is not marked as a sample besides. */
export function slipPlace(
  db: Db,
  at: { readonly language: Language; readonly desk: string; readonly calendar: Calendar },
  isTraining: boolean,
): SlipPlace {
  const property = findProperty(db);
  const desk = findDesk(db, at.desk);
  const zh = at.language === 'zh-CN';
  return {
    property: (zh ? property?.name_zh : property?.name_en) ?? '',
    desk: (zh ? desk?.name_zh : desk?.name_en) ?? at.desk,
    header: (zh ? property?.slip_header_zh : property?.slip_header_en) ?? '',
    footer: (zh ? property?.slip_footer_zh : property?.slip_footer_en) ?? '',
    sample: property?.sample === 1 && !isTraining,
    calendar: at.calendar,
  };
}
