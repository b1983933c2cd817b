// Planted: breaks features-do-not-import-neighbours.
import { list } from '../keys/list.ts';
export const loans = list;
