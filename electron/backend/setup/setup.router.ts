// The first start's calls.
import { findProperty } from '../places/places.store.ts';
import { implementer } from '../router-base.ts';
import { needsAdmin, setUpAdmin, setUpDesk, type SetupParts } from './setup.service.ts';

export function createSetupRouter(parts: SetupParts) {
  const calls = implementer.setup;
  return calls.router({
    needed: calls.needed.handler(() => ({
      needed: !findProperty(parts.database.db),
      admin: needsAdmin(parts.database.db),
    })),
    admin: calls.admin.handler(async ({ input }) => {
      await setUpAdmin(parts, input);
      return {};
    }),
    create: calls.create.handler(async ({ input }) => {
      await setUpDesk(parts, input);
      return {};
    }),
  });
}
