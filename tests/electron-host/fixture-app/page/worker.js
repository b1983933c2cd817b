// Asks the app from a worker and tells the page the answer.
const response = await fetch('/asked?by=worker');
postMessage(await response.json());
