// Planted: breaks no-cycles.
import { staff } from './staff.ts';
export const roles = () => staff();
