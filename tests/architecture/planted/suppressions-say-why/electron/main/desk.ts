// Checks switched off.
// oxlint-disable-next-line no-console, planted
console.log('desk');
/* oxlint-disable */ const planted = 1;
// oxlint-disable-next-line no-console -- the console is the user interface of this tool
console.log('desk');
