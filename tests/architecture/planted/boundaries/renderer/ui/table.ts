// Planted: breaks ui-knows-no-features.
import { list } from '../features/keys/list.ts';
export const table = list;
