// Planted: breaks the-app-knows-no-tests.
import { desk } from '../../tests/support/desk.ts';
export const name = desk;
