// A tag from a reader that types like a keyboard: told by the code of what wears it, so that it acts on any page.
import { useServices } from './services.ts';
import { scanCodeIn } from './scan-code.ts';

/** Hands on the code that a bound tag stands for, and every other text as it is, also where nobody answers. */
export function useTags(hand: (text: string) => void): (text: string) => void {
  const { api } = useServices();
  return (text) => {
    if (scanCodeIn(text) !== null || !MAY_BE_TAG.test(text)) hand(text);
    else
      api.desk.codeOfTag({ tag: text }).then(
        ({ code }) => hand(code ?? text),
        () => hand(text),
      );
  };
}

/** Hex of four to ten bytes, with or without something between them, or ten digits. */
const MAY_BE_TAG = /^[0-9A-F]{2}(?:[:-]?[0-9A-F]{2}){3,9}$/i;
