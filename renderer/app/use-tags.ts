// What a reader that types like a keyboard read, told by the code of the thing that wears the tag or bears the letters.
import { useServices } from './services.ts';
import { scanCodeIn } from './scan-code.ts';

/** Hands on the code that a bound tag or an asset code stands for, and every other text as it is, also where nobody answers. */
export function useTags(hand: (text: string) => void): (text: string) => void {
  const { api } = useServices();
  return (text) => {
    if (scanCodeIn(text) !== null || !MAY_BE_ON_A_THING.test(text)) hand(text);
    else
      api.desk.codeOfTag({ tag: text }).then(
        ({ code }) => hand(code ?? text),
        () => hand(text),
      );
  };
}

/** The number of a tag, in hex with or without something between or in ten digits; or an asset code such as `YS-014`. */
const MAY_BE_ON_A_THING = /^(?:[0-9A-F]{2}(?:[:-]?[0-9A-F]{2}){3,9}|[A-Z0-9][A-Z0-9-]{0,15})$/i;
