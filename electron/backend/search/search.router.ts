// The box's calls.
import type { Role } from '../../api/rights.ts';
import type { SearchHit } from '../../api/search.contract.ts';
import { implementer } from '../router-base.ts';
import { maskPhone } from '../shared/masked-phone.ts';
import type { Search } from './search.service.ts';

export function createSearchRouter(search: Search) {
  const calls = implementer.search;
  return calls.router({
    find: calls.find.handler(async ({ context, input }) => {
      const { open, history, ...answer } = await search.find(input.text, input.limit);
      const show = shownTo(context.roleNow());
      return { ...answer, open: open.map(show), history: history.map(show) };
    }),
    code: calls.code.handler(({ context, input }) => {
      const meaning = search.code(input.code);
      if (!meaning.known) return meaning;
      const show = shownTo(context.roleNow());
      return { ...meaning, hit: show(meaning.hit), others: meaning.others.map(show) };
    }),
  });
}

/** Clerks read phones masked, here as in the lists (registers.md §1). */
function shownTo(role: Role | null): (hit: SearchHit) => SearchHit {
  return role === 'clerk' ? (hit) => ({ ...hit, phone: maskPhone(hit.phone) }) : (hit) => hit;
}
