// Rules that look at the clock.
const now = new Date(); // planted
const wall = Date.now(); // planted
const dice = Math.random(); // planted
const at = new Date(now);
const due = Temporal.Now.instant(); // planted
