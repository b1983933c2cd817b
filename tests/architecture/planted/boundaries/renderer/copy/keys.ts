// Planted: breaks copy-is-a-leaf.
import { routes } from '../app/routes.ts';
export const keys = routes;
