// A visit as a row of its table, and back. Pure.
import type { VisitTable } from '../../../../db/schema/visitors.ts';
import { VISIT_STATES, type VisitState } from '../../../api/visit-states.ts';
import type { HeldCard } from './cards.fold.ts';
import type { Visit } from './visitors.fold.ts';
import type { Stay } from './stays.fold.ts';

/** A visit with its record id. */
export interface StoredVisit extends Visit {
  readonly id: number;
}

export function toRow(id: number, visit: Visit): VisitTable {
  return {
    id,
    number: visit.number,
    state: visit.state,
    desk: visit.desk,
    day: visit.day,
    clock: visit.clock,
    name: visit.name,
    document_type: visit.documentType,
    document_masked: visit.documentMasked,
    document_index: visit.documentIndex,
    document_expired: Number(visit.documentExpired),
    nationality: visit.nationality,
    phone: visit.phone,
    company: visit.company,
    purpose: visit.purpose,
    host: visit.host,
    host_name: visit.hostName,
    units: JSON.stringify(visit.units),
    unit_text: visit.unitText,
    plate: visit.plate,
    items: visit.items,
    remarks: visit.remarks,
    verified_by: visit.verifiedBy,
    turned_away: visit.turnedAway && JSON.stringify(visit.turnedAway),
    previous: visit.previous,
    no_document: visit.noDocument,
    escorted: Number(visit.escorted),
    pass_code: Number(visit.passCode),
    pass_prints: visit.passPrints,
    expected_from: visit.expectedFrom,
    expected_until: visit.expectedUntil,
    valid_until: visit.validUntil,
    arrived_at: visit.arrivedAt,
    left_at: visit.leftAt,
    stays: JSON.stringify(visit.stays),
    origins: JSON.stringify(visit.origins),
    notice_version: visit.noticeVersion,
    host_confirmation: visit.hostConfirmation,
    needs_help: Number(visit.needsHelp),
    children: visit.children,
    paper_line: visit.paperLine,
    cards: visit.cards.length === 0 ? null : JSON.stringify(visit.cards),
    evacuated_at: visit.evacuatedAt,
  };
}

export function toVisit(row: VisitTable): StoredVisit {
  return {
    id: row.id,
    number: row.number,
    state: asState(row.state),
    desk: row.desk,
    day: row.day,
    clock: row.clock,
    name: row.name,
    documentType: row.document_type as Visit['documentType'],
    documentMasked: row.document_masked,
    documentIndex: row.document_index,
    documentExpired: row.document_expired === 1,
    nationality: row.nationality,
    phone: row.phone,
    company: row.company,
    purpose: row.purpose as Visit['purpose'],
    host: row.host,
    hostName: row.host_name,
    units: JSON.parse(row.units) as number[],
    unitText: row.unit_text,
    plate: row.plate,
    items: row.items,
    remarks: row.remarks,
    verifiedBy: row.verified_by as Visit['verifiedBy'],
    turnedAway: row.turned_away === null ? null : (JSON.parse(row.turned_away) as Visit['turnedAway']),
    previous: row.previous,
    noDocument: row.no_document as Visit['noDocument'],
    escorted: row.escorted === 1,
    passCode: String(row.pass_code),
    passPrints: row.pass_prints,
    expectedFrom: row.expected_from,
    expectedUntil: row.expected_until,
    validUntil: row.valid_until,
    arrivedAt: row.arrived_at,
    leftAt: row.left_at,
    stays: JSON.parse(row.stays) as Stay[],
    origins: JSON.parse(row.origins) as Record<string, string>,
    noticeVersion: row.notice_version,
    hostConfirmation: row.host_confirmation as Visit['hostConfirmation'],
    needsHelp: row.needs_help === 1,
    children: row.children,
    paperLine: row.paper_line,
    cards: cardsOf(row),
    evacuatedAt: row.evacuated_at,
  };
}

export function cardsOf(row: Pick<VisitTable, 'cards'>): HeldCard[] {
  return row.cards === null ? [] : (JSON.parse(row.cards) as HeldCard[]);
}

function asState(text: string): VisitState {
  const state = VISIT_STATES.find((known) => known === text);
  if (!state) throw new Error('a visit row holds a state that the fold never writes');
  return state;
}
