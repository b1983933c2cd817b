// Planted: two projectors that nobody lists.
export const keysProjector = { noun: 'key' };
export const keyTagsProjector = { noun: 'tag' };
