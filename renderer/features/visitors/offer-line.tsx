// One quiet line below a form's fields: what an earlier visit said, and the key that takes it over.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { leaveHand } from '../../ui/hand.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import type { Carried } from './returning-values.ts';
import styles from './visitor-form.module.css';

/** `front` is false for a form that lies behind: its key sleeps. An empty offer takes no room. */
export function OfferLine(props: {
  readonly offer: Carried;
  readonly front: boolean;
  /** Begins the sentence: whose visit it was. */
  readonly sentence: (said: string) => string;
  readonly label: string;
  readonly onTake: (offer: Carried) => void;
}) {
  const { offer, front } = props;
  const said = useSaid();
  const offers = Object.keys(offer).length > 0;
  const take = (): void => props.onTake(offer);
  useShortcuts({ 'Alt+KeyL': take }, front && offers);
  return (
    <div className={styles.returning} data-empty={!offers || undefined}>
      <span role="status">{offers ? props.sentence(said(offer)) : null}</span>
      {offers ? (
        <Button
          size="compact-sm"
          variant="default"
          onMouseDown={leaveHand}
          onClick={take}
          rightSection={<KeyHint keys="Alt+L" />}
        >
          {props.label}
        </Button>
      ) : null}
    </div>
  );
}

/** An offer in words: company, host, units, purpose. */
export function useSaid(): (offer: Carried) => string {
  const { t } = useTranslation('visitors');
  return ({ company, hostName, units, purpose }) =>
    [...[company, hostName, ...(units ?? []).map(({ label }) => label)], purpose && t(`purpose.${purpose}`)]
      .filter(Boolean)
      .join(' · ');
}
