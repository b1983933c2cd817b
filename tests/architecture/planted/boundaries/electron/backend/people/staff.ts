// Innocent: the other half of a cycle planted in roles.ts.
import { roles } from './roles.ts';
export const staff = () => roles();
