// Planted: breaks shared-knows-nobody.
import { open } from '../database/open.ts';
export const log = open;
