// Planted: the registers' faces, in which the keys were forgotten.
import { parcelsProjector } from './parcels/index.ts';

export const PROJECTORS: readonly unknown[] = [parcelsProjector];
