// SQL outside the stores.
const words = 'SELECT the key that is out'; // planted
const query = sql`update key set out = 1`; // planted
const rows = db.selectFrom('key').selectAll(); // planted
const text = 'delete from key'; // planted
const note = 'please select a key from the cabinet';
