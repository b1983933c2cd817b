// The box's calls.
import { implementer } from '../router-base.ts';
import type { Search } from './search.service.ts';

export function createSearchRouter(search: Search) {
  const calls = implementer.search;
  return calls.router({
    find: calls.find.handler(({ input }) => search.find(input.text, input.limit)),
    code: calls.code.handler(({ input }) => search.code(input.code)),
  });
}
