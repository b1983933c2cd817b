// Visitors 来访登记: its calls, their shapes and their refusals.
import { z } from 'zod';
import { alikeCalls } from './alike.contract.ts';
import { callFor, clockTime, commandId, instant, line, noInput, recordId, scannedText } from './call.ts';
import { everyoneCalls } from './everyone.contract.ts';
import { historyEntry } from './history.ts';
import { documentType, noDocumentReason, verification } from './identity.ts';
import { turnstileCardCalls, visitCard } from './turnstile-cards.contract.ts';
import { amendForm, correctedVisit, denial, denialForm, expectedForm, visitorForm } from './visit-forms.ts';
import { denialReason, hostConfirmation, PURPOSES, VISIT_STATES, visitErrors } from './visit-states.ts';

/** Why somebody was turned away, and when; the note is null too where the record was erased or is locked. */
const turnedAway = z.object({ reason: denialReason, at: instant, note: z.string().nullable() });

export const visitRow = z.object({
  id: recordId,
  number: z.string(),
  state: z.enum(VISIT_STATES),
  desk: z.string(),
  /** Null where the record was erased after its term, or is locked. */
  name: z.string().nullable(),
  documentType,
  documentMasked: z.string().nullable(),
  documentExpired: z.boolean(),
  phone: z.string().nullable(),
  company: z.string().nullable(),
  purpose: z.enum(PURPOSES),
  hostName: z.string().nullable(),
  unitText: z.string().nullable(),
  escorted: z.boolean(),
  passCode: z.string(),
  passPrints: z.int(),
  expectedFrom: instant.nullable(),
  expectedUntil: instant.nullable(),
  validUntil: instant.nullable(),
  arrivedAt: instant.nullable(),
  leftAt: instant.nullable(),
  turnedAway: turnedAway.nullable(),
  /** The turnstile card that it has, or had last. */
  card: visitCard.nullable(),
  /** Still on site past the pass's validity. */
  overstay: z.boolean(),
  /** Announced for a day that is over. */
  noShow: z.boolean(),
});
export type VisitRow = z.infer<typeof visitRow>;

export const visitDetail = visitRow.extend({
  nationality: z.string().nullable(),
  host: recordId.nullable(),
  units: z.array(recordId),
  plate: z.string().nullable(),
  items: z.string().nullable(),
  remarks: z.string().nullable(),
  verifiedBy: verification,
  /** Why no document was taken; null where one was, before the arrival, and where nobody was asked. */
  noDocument: noDocumentReason.nullable(),
  hostConfirmation,
  /** The privacy notice on the counter when they came; null before, and where an older program kept none. */
  noticeVersion: z.int().nullable(),
  needsHelp: z.boolean(),
  children: z.int(),
  paperLine: z.string().nullable(),
  stays: z.array(
    z.object({ in: instant, inDesk: z.string(), out: instant.nullable(), outDesk: z.string().nullable() }),
  ),
  /** The visit of the same day that the person was turned away from. */
  previous: z.object({ id: recordId, number: z.string() }).nullable(),
  /** Every turnstile card it had, the first one first. */
  cards: z.array(visitCard),
  /** Gone by mistake, or on a pass that still holds: `reopen` puts them back on site. */
  mayReopen: z.boolean(),
  /** What the journal says that the state did not allow; staff look at it. */
  issues: z.array(z.string()),
});
export type VisitDetail = z.infer<typeof visitDetail>;

/** What a returning visitor's last visit offers for this one. */
export const lastVisit = z.object({
  visit: recordId,
  arrivedAt: instant.nullable(),
  company: z.string().nullable(),
  purpose: z.enum(PURPOSES),
  host: recordId.nullable(),
  hostName: z.string().nullable(),
  units: z.array(recordId),
  unitText: z.string().nullable(),
});
export type LastVisit = z.infer<typeof lastVisit>;

const evacuee = visitRow
  .pick({ id: true, number: true, name: true, phone: true, company: true, hostName: true, unitText: true })
  .extend({
    arrivedAt: instant.nullable(),
    contractor: z.boolean(),
    needsHelp: z.boolean(),
    children: z.int(),
    card: z.string().nullable(),
  });

/** Everybody inside, by floor; a null floor where the unit is not on file. Tenants' own staff are not in it. */
export const evacuationList = z.object({
  at: clockTime,
  /** Whose entries are in it, and up to when each desk's have come in. A desk without head office has its own only. */
  desks: z.array(z.object({ code: z.string(), until: clockTime })),
  floors: z.array(z.object({ floor: z.int().nullable(), people: z.array(evacuee) })),
  /** Closed by the system within 24 h: nobody said that they left 未核实. */
  unverified: z.array(evacuee),
  /** Everyone was marked out then, and so many have not come back since; null where nobody was, or long ago. */
  cleared: z.object({ at: instant, people: z.int() }).nullable(),
});
export type EvacuationList = z.infer<typeof evacuationList>;

/** `overstay`: on site past the pass, worked off at closing time. `cards`: gone with a turnstile card. */
export const LIST_VIEWS = ['onSite', 'overstay', 'expected', 'cards', 'all'] as const;

/** Where a page of `all` ends: the lowest record shown of each journal. */
const listPlace = z.array(recordId).max(1000);

const write = callFor('visits.write').errors(visitErrors);
const read = callFor('visits.read').errors(visitErrors);
const registered = z.object({
  id: recordId,
  number: z.string(),
  passCode: z.string(),
  printJob: recordId.nullable(),
});

export const visitorsContract = {
  /** A walk-in, typed or by card: on site at once, pass queued. */
  register: write.input(visitorForm.extend({ commandId })).output(registered),
  /** Pre-registration 预约: a number and a code now, the person later. */
  expect: write.input(expectedForm.extend({ commandId })).output(registered),
  /**
   * The expected person is here; the form's values stand from now on. A document of the announced kind without a number
   * is the announced one, which was compared with what the person showed.
   */
  arrive: write.input(visitorForm.extend({ commandId, visit: recordId })).output(registered),
  /** Turned away 不予放行: a numbered record, no pass. Whoever tries again the same day gets one that is linked to it. */
  deny: write.input(denialForm.extend({ commandId })).output(z.object({ id: recordId, number: z.string() })),
  /** Somebody announced is turned away. */
  denyExpected: write
    .input(z.object({ commandId, visit: recordId, ...denial }))
    .output(z.object({ id: recordId })),
  cancel: write.input(z.object({ commandId, visit: recordId })).output(z.object({ id: recordId })),
  leave: write
    .input(
      z.object({
        ...{ commandId, visit: recordId },
        way: z.enum(['scan', 'list', 'timeUnknown']),
        /** Whether the turnstile card came back; asked for (CARD_ASKED) where the visitor has one. */
        card: z.enum(['returned', 'kept']).nullable().default(null),
      }),
    )
    .output(z.object({ id: recordId })),
  /** Takes an entry back 撤销 within ten minutes of making it. */
  takeBack: write.input(z.object({ commandId, visit: recordId })).output(z.object({ id: recordId })),
  /** Voids 作废 with a reason; above a receptionist's role. */
  void: write
    .input(
      z.object({
        ...{ commandId, visit: recordId },
        reason: z.string().trim().min(1).max(200),
        approval: z.string().max(64).nullable().default(null),
      }),
    )
    .output(z.object({ id: recordId })),
  /** Shows a document's whole number for 30 seconds, to be written down as such; above a receptionist's role. */
  reveal: callFor('visits.read')
    .errors(visitErrors)
    .input(
      z.object({
        ...{ commandId, visit: recordId },
        reason: z.string().trim().min(1).max(200),
        approval: z.string().max(64).nullable().default(null),
      }),
    )
    .output(z.object({ documentNumber: z.string(), until: instant })),
  amend: write.input(amendForm.extend({ commandId, visit: recordId })).output(correctedVisit),
  /** Still here: the pass holds until then. */
  extend: write.input(z.object({ commandId, visit: recordId, validUntil: instant })).output(correctedVisit),
  /** Takes back a leaving that was a mistake; on another day of a pass that still holds they come in again. */
  reopen: write.input(z.object({ commandId, visit: recordId })).output(z.object({ id: recordId })),
  reprint: write
    .input(z.object({ commandId, visit: recordId }))
    .output(z.object({ id: recordId, printJob: recordId })),
  /** A pass was scanned. On site: it leaves at once (`reopen` undoes). Otherwise the visit comes back to be shown. */
  scan: write
    .input(z.object({ commandId, code: scannedText }))
    .output(z.object({ did: z.enum(['left', 'nothing']), visit: recordId, state: z.enum(VISIT_STATES) })),
  /** Open views whole, `all` page by page, newest first. Looking for somebody is the box's work (search.find). */
  list: read
    .input(
      z.object({
        view: z.enum(LIST_VIEWS),
        /** `next` of the page before; null for the first. */
        before: listPlace.nullable().default(null),
        limit: z.int().min(1).max(500).default(200),
      }),
    )
    .output(z.object({ rows: z.array(visitRow), more: z.boolean(), next: listPlace })),
  get: read.input(z.object({ visit: recordId })).output(visitDetail),
  /** Who was here before, by document or by phone; null for somebody new. */
  known: callFor('visits.write')
    .input(
      z.object({
        documentType: documentType.nullable(),
        documentNumber: line(40),
        phone: line(30),
      }),
    )
    .output(lastVisit.nullable()),
  /**
   * Until when a pass of this purpose holds by the policies, and the latest that may be typed instead. For a `visit`
   * that was announced until later, it holds until then.
   */
  validity: read
    .input(
      z.object({
        purpose: z.enum(PURPOSES),
        arrivedAt: instant.nullable().default(null),
        visit: recordId.nullable().default(null),
      }),
    )
    .output(z.object({ validUntil: instant, latest: instant })),
  history: read.input(z.object({ visit: recordId })).output(z.array(historyEntry)),
  /** Needs nobody signed in and no open shift: an emergency never waits (registers.md §3). */
  evacuation: callFor('anyone').input(noInput).output(evacuationList),
  /** `cards`: unreturned ones; null where the desk has no turnstile cards. */
  counts: read
    .input(noInput)
    .output(z.object({ onSite: z.int(), overstay: z.int(), expected: z.int(), cards: z.int().nullable() })),
  ...alikeCalls,
  ...everyoneCalls,
  ...turnstileCardCalls,
};
