// The composition root may read the clock.
export const clock = () => Date.now();
