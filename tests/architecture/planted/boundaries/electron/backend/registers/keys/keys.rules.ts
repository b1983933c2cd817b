// Planted: breaks rules-are-pure.
import { find } from './keys.store.ts';
export const mayLeave = find;
