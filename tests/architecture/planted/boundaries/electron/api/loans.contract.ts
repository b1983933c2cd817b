// Planted: breaks the-contract-is-a-leaf.
import { fen } from '../backend/shared/money.ts';
export const deposit = fen;
