// A service that makes its own time and ids.
const now = new Date( ); // planted
const id = crypto.randomUUID(); // planted
const shown = new Date(now).toISOString();
