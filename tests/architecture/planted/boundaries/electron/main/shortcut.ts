// Planted: breaks main-never-imports-the-backend.
import { open } from '../backend/database/open.ts';
export const shortcut = open;
