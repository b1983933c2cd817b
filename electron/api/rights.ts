// Who may do what: one table, read by the backend that enforces it and by the window that offers it.

export const ROLES = ['receptionist', 'butler', 'guard', 'clerk', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** `anyone` needs no sign-in; `signedIn` any role. The others are granted below. */
export const RIGHTS = [
  'anyone',
  'signedIn',
  'visits.read',
  'visits.write',
  'visits.void',
  'cards.manage',
  'visits.reveal',
  'keys.read',
  'keys.write',
  'keys.manage',
  'keys.void',
  'keys.override',
  'keys.emergency',
  'keys.unseal',
  'loans.read',
  'loans.write',
  'loans.manage',
  'loans.void',
  'loans.override',
  'loans.decide',
  'cash.manage',
  'desk.standIn',
  'approvals.sign',
  'staff.manage',
  'print.manage',
  'devices.setUp',
  'policies.manage',
  'tenants.read',
  'tenants.manage',
  'places.manage',
  'data.manage',
] as const;
export type Right = (typeof RIGHTS)[number];

const reading: readonly Right[] = ['anyone', 'signedIn', 'visits.read', 'keys.read', 'loans.read'];
/** Who stands at the desk also reads whom to call for a tenant, at night above all. */
const working: readonly Right[] = [
  ...reading,
  ...(['visits.write', 'keys.write', 'loans.write', 'print.manage', 'tenants.read'] as const),
];
const deciding: readonly Right[] = [
  ...working,
  'visits.void',
  'cards.manage',
  'visits.reveal',
  'keys.manage',
  'keys.void',
  'keys.override',
  'keys.emergency',
  'keys.unseal',
  'loans.manage',
  'loans.void',
  'loans.override',
  'loans.decide',
  'cash.manage',
  'desk.standIn',
  'approvals.sign',
  'staff.manage',
  'tenants.manage',
];

/**
 * registers.md §1: clerks read, butlers run deliveries and see what is in the registers, the others work them.
 * Supervisors keep tenants and contacts, keys and what is lent, and decide; admins also property, desks and units.
 */
const ROLE_RIGHTS: Readonly<Record<Role, ReadonlySet<Right>>> = {
  receptionist: new Set(working),
  butler: new Set(reading),
  guard: new Set(working),
  clerk: new Set(reading),
  supervisor: new Set(deciding),
  admin: new Set([...deciding, 'devices.setUp', 'policies.manage', 'places.manage', 'data.manage']),
};

/** Whether a role, or nobody signed in (`null`), holds a right. */
export function holdsRight(role: Role | null, right: Right): boolean {
  return role === null ? right === 'anyone' : ROLE_RIGHTS[role].has(right);
}

/** Rights that a supervisor may lend for one action on one record 主管审批. */
export const APPROVABLE = [
  'visits.void',
  'visits.reveal',
  'keys.void',
  'keys.override',
  'keys.emergency',
  'keys.unseal',
  'loans.void',
  'loans.override',
  'loans.decide',
] as const satisfies readonly Right[];
export type Approvable = (typeof APPROVABLE)[number];

/** What may wait for a signature 补签: those, and what the desk enters by itself. */
export const COUNTERSIGNED = [...APPROVABLE, 'desk.standIn'] as const satisfies readonly Right[];

/**
 * Those that an emergency may take at once, countersigned within 24 h (registers.md §1): rescuers ask who somebody is
 * and need a door opened, with the spare that lies sealed if must be; a desk is not left alone because nobody was lent
 * to it. Voiding can wait; the evacuation list needs no right.
 */
export const EMERGENCY_RIGHTS: ReadonlySet<Right> = new Set<Right>([
  'visits.reveal',
  'keys.emergency',
  'keys.unseal',
  'desk.standIn',
]);

/** Rights that are used inside an open shift only; supervisors and admins are exempt (registers.md §2). */
export const SHIFT_RIGHTS: ReadonlySet<Right> = new Set<Right>(['visits.write', 'keys.write', 'loans.write']);
export const SHIFT_EXEMPT: ReadonlySet<Role> = new Set<Role>(['supervisor', 'admin']);

/** Roles that stand at the desk: signing in opens the shift, or joins the one that is open. */
export const SHIFT_ROLES: ReadonlySet<Role> = new Set<Role>(['receptionist', 'butler', 'guard']);

/** Whom a role puts on file, changes and lets go (registers.md §1): supervisors and admins are the admin's. */
export const MAY_FILE: Readonly<Record<Role, readonly Role[]>> = {
  receptionist: [],
  butler: [],
  guard: [],
  clerk: [],
  supervisor: ['receptionist', 'butler', 'guard', 'clerk'],
  admin: ROLES,
};
