// What every call passes before its handler: who acts, whether they may, and how a refusal leaves the house.
import { implement, ORPCError, type ImplementerInternalWithMiddlewares } from '@orpc/server';
import { contract } from '../api/contract.ts';
import { holdsRight, SHIFT_EXEMPT, SHIFT_RIGHTS, type Role } from '../api/rights.ts';
import { DatabaseError } from './database/database-error.ts';
import type { Session } from './people/session.ts';
import type { StoredStaff } from './people/staff.store.ts';
import type { Actor } from './registers/register.ts';
import { Refusal } from './shared/refusal.ts';

/** What the composition hands to every port. */
export interface PortContext {
  readonly session: Session;
  /** Who acts on the port, as they are now; null once they were let go or got a new PIN. */
  readonly acting: () => StoredStaff | null;
  /** The desk's open shift, as it is now. */
  readonly openShift: () => number | null;
  readonly desk: () => string | null;
  /** Writes an unforeseen error to the log and answers the number it stands under. */
  readonly logError: (error: unknown) => string;
}

/** What a handler finds beside its input. */
export interface CallContext extends PortContext {
  readonly actor: () => Actor;
  readonly roleNow: () => Role | null;
}

/** The contract's root: the nouns' routers come together in it, and a missing call is a compile error. */
export const contractRoot = implement(contract).$context<PortContext>();

/**
 * Refusals leave under their own name, SQLite's failures under theirs, everything else as UNFORESEEN with the log's
 * number: never a message from inside, which could hold personal data.
 */
function nameOf(error: unknown, { logError }: PortContext): Error {
  if (error instanceof Refusal) return new ORPCError(error.code, { data: error.data });
  if (error instanceof DatabaseError && error.problem !== 'DATABASE_NEWER') {
    logError(error);
    return new ORPCError(error.problem);
  }
  // An answer of ours that the contract does not allow is our fault, and is to be found in the log.
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error;
  return new ORPCError('UNFORESEEN', { data: { reference: logError(error) } });
}

const named = contractRoot.middleware(async ({ context, next }) => {
  try {
    const answer = await next();
    const output: unknown = answer.output;
    return isStream(output) ? { ...answer, output: nameWithin(output, context) } : answer;
  } catch (error) {
    throw nameOf(error, context);
  }
});

function isStream(output: unknown): output is AsyncIterable<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

/** A stream fails after its call was answered. */
async function* nameWithin(
  stream: AsyncIterable<unknown>,
  context: PortContext,
): AsyncGenerator<unknown, void> {
  try {
    yield* stream;
  } catch (error) {
    throw nameOf(error, context);
  }
}

/** The right stands in the contract beside the call; roles hold rights (api/rights.ts). Checked here, on every call. */
const allowed = contractRoot.middleware(({ context, procedure, next }) => {
  const { right, shift: asked } = procedure['~orpc'].meta;
  const staff = context.acting();
  const role = staff?.role ?? null;
  if (!holdsRight(role, right)) {
    throw role === null ? new ORPCError('SIGN_IN_NEEDED') : new ORPCError('NOT_ALLOWED', { data: { right } });
  }
  const shift = context.openShift();
  const needsShift = asked !== 'exempt' && SHIFT_RIGHTS.has(right);
  if (role !== null && shift === null && needsShift && !SHIFT_EXEMPT.has(role)) {
    throw new ORPCError('SHIFT_NEEDED');
  }
  const actor = (): Actor => ({
    author: { actor: 'staff', staff: staff?.id ?? null, approver: null, shift, desk: context.desk() },
    language: staff?.language ?? 'zh-CN',
    role,
  });
  // A stream outlives the sign-in that began it: the role is asked for whenever it matters.
  const roleNow = (): Role | null => context.acting()?.role ?? null;
  return next({ context: { actor, roleNow } });
});

/** The contract to be implemented, noun by noun, behind the checks above. */
export const implementer: ImplementerInternalWithMiddlewares<typeof contract, PortContext, CallContext> =
  contractRoot.use(named).use(allowed);
