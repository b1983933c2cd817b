// The label of a key's tag 钥匙牌: its code, to be read by eye and by scanner, and nothing about the door.
import type { Language } from '../../../api/boot.ts';
import { rule, scanCode, slip, space, text, type Slip } from '../../devices/printer/slip.ts';
import { sampleNote } from '../../places/slip-parts.ts';
import type { SlipPlace } from '../../places/slip-place.ts';
import { keySlipWords } from './keys.slip.copy.ts';
import type { Key } from './keys.fold.ts';

/** Whoever finds the key learns where to bring it: to the desk of this property. */
export function keyTagLabel(
  { code, tag }: Pick<Key, 'code' | 'tag'>,
  place: SlipPlace,
  language: Language,
): Slip {
  return slip(
    language,
    text(code, { size: 2, bold: true, align: 'center' }),
    scanCode(tag),
    space(),
    rule(),
    text(keySlipWords[language].tagFound, { align: 'center' }),
    sampleNote(place, language),
  );
}
