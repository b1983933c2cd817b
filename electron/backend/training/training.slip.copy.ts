// The words that mark paper from training mode, in both languages at once: whoever picks it up must understand them.

export const TRAINING_MARK = '练习 TRAINING';
