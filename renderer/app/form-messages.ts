// What zod finds wrong in a form, as keys of our own sentences: the sentence is chosen when it is drawn.
import { z } from 'zod';

/** Called once at the start; every schema of the contract then says `field.needed` and its like. */
export function speakOwnFormMessages(): void {
  z.config({
    customError(issue) {
      switch (issue.code) {
        case 'too_small':
          return 'field.needed';
        case 'too_big':
          return 'field.tooLong';
        case 'invalid_format':
        case 'custom':
          return 'field.characters';
        default:
          return 'field.wrong';
      }
    },
  });
}
