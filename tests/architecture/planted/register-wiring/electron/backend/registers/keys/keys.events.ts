// Planted: a noun that the window never reads anew, and one that reads like a call.
export const keyEvents = {
  'key.lent': { version: 1 },
  'tags.put': { version: 1 },
};
