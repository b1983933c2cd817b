// Planted: breaks only-the-database-folder-opens-sqlite.
import Database from 'better-sqlite3';
export const second = Database;
