// The peer's statements, prepared once: what somebody writes who has only this one action to do.
const VISIT = [
  ...['id', 'number', 'state', 'desk', 'day', 'clock', 'name', 'document_type', 'document_masked'],
  ...[
    'document_index',
    'document_expired',
    'nationality',
    'phone',
    'company',
    'purpose',
    'host',
    'host_name',
  ],
  ...[
    'units',
    'unit_text',
    'plate',
    'items',
    'remarks',
    'verified_by',
    'escorted',
    'pass_code',
    'pass_prints',
  ],
  ...['expected_from', 'expected_until', 'valid_until', 'arrived_at', 'left_at', 'stays', 'origins'],
  ...[
    'notice_version',
    'host_confirmation',
    'needs_help',
    'children',
    'no_document',
    'turned_away',
    'previous',
    'paper_line',
  ],
];

const alikeBy = (same: string, state: string): string =>
  `SELECT id FROM visit WHERE state = '${state}' AND ${same}`;
/** From the index alone; of who is found, only those whose document does not say that they are others. */
const ALIKE = ['on_site', 'expected'].map((state) =>
  alikeBy('(name = @name COLLATE NOCASE OR phone = @phone)', state),
);

export const VISITS = {
  openByDocument: `SELECT id, number, state FROM visit WHERE document_index = ? AND state = 'on_site'
    UNION ALL SELECT id, number, state FROM visit WHERE document_index = ? AND state = 'expected'`,
  alike: `SELECT id FROM visit WHERE id IN (${ALIKE.join(' UNION ALL ')})
    AND (document_index IS NULL OR document_type <> @type)`,
  insertVisit: `INSERT INTO visit (${VISIT.join(', ')}) VALUES (${VISIT.map(() => '?').join(', ')})`,
  deniedOn: `SELECT id FROM visit WHERE state = 'denied' AND day = ? AND (document_index = ? OR phone = ?)
    ORDER BY id DESC LIMIT 1`,
  visit: 'SELECT state, stays FROM visit WHERE id = ?',
  visitLeft: "UPDATE visit SET state = 'left', clock = ?, left_at = ?, stays = ? WHERE id = ?",
} as const;
