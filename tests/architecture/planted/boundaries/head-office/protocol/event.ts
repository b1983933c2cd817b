// Planted: breaks the-wire-is-a-leaf.
import { columns } from '../../db/schema/keys.ts';
export const event = columns;
