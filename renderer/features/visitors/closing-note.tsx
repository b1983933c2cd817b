// One calm line at the end of the desk's day: who is still inside is to be asked for. It takes no key and no hand.
import { useTranslation } from 'react-i18next';
import { usePolicies } from '../../app/policies.ts';
import { useProperty } from '../../app/property.ts';
import { useClock } from '../../app/use-clock.ts';
import { Callout } from '../../ui/callout.tsx';
import { closingTime } from './closing-time.ts';

/** Before the night's round those who overstay are meant, whom it closes. */
export function ClosingNote(props: { readonly onSite: number; readonly overstay: number }) {
  const { t } = useTranslation('visitors');
  const { property, times } = useProperty();
  const round = usePolicies()['closing.round'];
  const { opens, closes } = property.desk;
  const closing = closingTime({ opens, closes, round }, times.time(useClock(0)));
  if (closing === null) return null;
  const count = closing.phase === 'round' ? props.overstay : props.onSite;
  return count === 0 ? null : (
    <Callout tone="info">{t(`closing.${closing.phase}`, { at: closing.at, count })}</Callout>
  );
}
