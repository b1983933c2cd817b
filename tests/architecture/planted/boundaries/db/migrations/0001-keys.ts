// Planted: breaks the-database-folder-knows-no-application.
import { fen } from '../../electron/backend/shared/money.ts';
export const deposit = fen;
