// Types, items and counts per desk as the folds of their events: pure, total, and of nothing but the events.
import type { ItemState, Tracking } from '../../../api/loan-states.ts';
import type { Folded } from '../../journal/projector.ts';
import type { LoanItemEvent, LoanTypeEvent } from './items.events.ts';

export interface LoanType {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly tracking: Tracking;
  readonly prefix: string;
  readonly rainGear: boolean;
  readonly depositFen: number;
  readonly loanHours: number;
  readonly idAsked: boolean;
  readonly lossPriceFen: number;
  readonly accessories: readonly string[];
  readonly least: number;
  readonly restMinutes: number;
  readonly restAlways: boolean;
  readonly dailyCheck: boolean;
  readonly withdrawn: boolean;
  readonly clock: number;
}

export function foldType(type: LoanType | null, event: LoanTypeEvent): Folded<LoanType> {
  const { clock } = event;
  if (event.type === 'loan_type.put') return { state: { ...event.body, withdrawn: false, clock } };
  return type ? { state: { ...type, withdrawn: true, clock } } : { state: null, issue: 'NO_BEGINNING' };
}

/** An item's own state; that it is out is a line of an open loan, which it does not look at. */
export interface LoanItem {
  readonly type: number;
  readonly asset: string;
  readonly tagCode: string;
  /** The number of its RFID tag, hexadecimal. */
  readonly rfid: string | null;
  readonly state: Exclude<ItemState, 'out'>;
  readonly desk: string;
  readonly until: number | null;
  readonly remark: string | null;
  readonly reason: string | null;
  readonly checkedOn: string | null;
  readonly clock: number;
}

export function foldItem(item: LoanItem | null, event: LoanItemEvent): Folded<LoanItem> {
  const { clock } = event;
  if (event.type === 'loan_item.put') {
    const remark = event.sealed?.remark ?? null;
    const blank = { state: 'available', until: null, reason: null, checkedOn: null, rfid: null } as const;
    return { state: { ...blank, desk: event.desk ?? '', ...item, ...event.body, remark, clock } };
  }
  if (item === null) return { state: null, issue: 'NO_BEGINNING' };
  const now = { ...item, clock };
  const available = { ...now, state: 'available', until: null, reason: null } as const;
  // What two desks wrote of one that is gone says where to look for it.
  if (item.state === 'retired' && event.type !== 'loan_item.tag_printed') {
    return event.type === 'loan_item.retired' ? { state: now } : { state: now, issue: 'AFTER_RETIREMENT' };
  }
  switch (event.type) {
    case 'loan_item.tag_bound':
      return { state: { ...now, rfid: event.body.rfid } };
    case 'loan_item.moved':
      return { state: { ...now, desk: event.body.desk } };
    case 'loan_item.came_back': {
      const { desk, becomes, until } = event.body;
      // Blocked while it was out: it stays so until somebody releases it.
      if (item.state === 'out_of_service') return { state: { ...now, desk } };
      return { state: { ...available, desk, state: becomes, until } };
    }
    case 'loan_item.went_out':
      return { state: { ...available, desk: event.body.desk } };
    case 'loan_item.rested':
      return { state: { ...now, state: 'resting', until: event.body.until } };
    case 'loan_item.rest_over':
      return { state: item.state === 'resting' ? available : now };
    case 'loan_item.blocked':
      return {
        state: { ...now, state: 'out_of_service', until: null, reason: event.sealed?.reason ?? null },
      };
    case 'loan_item.released':
      return item.state === 'out_of_service'
        ? { state: available }
        : { state: now, issue: 'RELEASED_NOT_BLOCKED' };
    case 'loan_item.lost':
      return { state: { ...now, state: 'lost', until: null } };
    case 'loan_item.found':
      return item.state === 'lost'
        ? { state: { ...available, desk: event.desk ?? item.desk } }
        : { state: now, issue: 'FOUND_NOT_LOST' };
    case 'loan_item.checked':
      return { state: { ...now, checkedOn: event.day } };
    case 'loan_item.tag_printed':
      return { state: now };
    case 'loan_item.retired':
      return { state: { ...now, state: 'retired', until: null } };
  }
}
