export const silent = true; // planted
