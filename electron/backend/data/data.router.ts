// The data part's calls.
import { implementer } from '../router-base.ts';
import { checkSignIn, type SignInParts } from '../people/sign-in.service.ts';
import { followBackup, readOverview, verifyBackup, verifyJournal, type DataParts } from './data.service.ts';

export function createDataRouter(parts: DataParts & { readonly signIn: SignInParts }) {
  const calls = implementer.data;
  const { care, sheets, lostKeys } = parts;
  return calls.router({
    overview: calls.overview.handler(() => readOverview(parts)),
    backUp: calls.backUp.handler(() => followBackup(care.backups)),
    verifyJournal: calls.verifyJournal.handler(() => verifyJournal(parts)),
    verifyBackup: calls.verifyBackup.handler(({ input }) => verifyBackup(parts, input.at)),
    makeSheet: calls.makeSheet.handler(async ({ context, input }) => {
      const { author } = context.actor();
      await checkSignIn(parts.signIn, context.acting()?.number ?? '', input.pin);
      const sheet = await sheets.make(author);
      // The newest backup is to open with the newest sheet; why it failed stands in the notices.
      care.backups.make('asked').catch(() => {});
      return sheet;
    }),
    confirmSheet: calls.confirmSheet.handler(({ context, input }) => {
      sheets.confirm(context.actor().author, input.group);
      return {};
    }),
    unlock: calls.unlock.handler(async ({ context, input }) => ({
      records: await lostKeys.unlock(context.actor().author, input.typed),
    })),
  });
}
