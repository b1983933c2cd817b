// Planted: breaks the-backend-knows-no-electron.
import { app } from 'electron';
export const data = app;
