// The buttons of a record's panel: what its state allows, the likeliest first.
import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/key-hint.tsx';
import styles from '../../ui/record-panel.module.css';

export function DeedButtons<Deed extends string>(props: {
  readonly deeds: readonly Deed[];
  /** The one that is likeliest now; none while a tool is open, which has the next step. */
  readonly main: Deed | undefined;
  /** The tool that is open below, and those that open one. */
  readonly tool: Deed | null;
  readonly tools: ReadonlySet<Deed>;
  readonly wordOf: (deed: Deed) => string;
  /** The key that does the same as one of them. */
  readonly keys?: Partial<Readonly<Record<Deed, string>>>;
  /**
   * Above 0 the first takes the focus, and again when the number rises. Where the record's `state` changes meanwhile it
   * does so only for the next step: what merely undoes is not put under a hand that may press once more.
   */
  readonly focusFirst: number;
  readonly state: string;
  /** Deeds that take effect without being asked again; such a one is not put under the hand of whoever only looked. */
  readonly atOnce?: ReadonlySet<Deed>;
  readonly lookedFor?: boolean;
  /** The list that the hand goes back to then. */
  readonly listId: string;
  readonly onDeed: (deed: Deed) => void;
}) {
  const { t } = useTranslation('records');
  const { deeds, main, tool, tools, keys, focusFirst, state, listId, atOnce, lookedFor = false } = props;
  const row = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const drawn = useRef({ focusFirst, state });
  const isNext = main !== undefined && deeds[0] === main;
  const isHeldBack = lookedFor && deeds[0] !== undefined && atOnce?.has(deeds[0]) === true;
  const goToHand = useEffectEvent(() => {
    const before = drawn.current;
    drawn.current = { focusFirst, state };
    if (focusFirst === 0) return;
    if (isHeldBack) row.current?.focus();
    else if (isNext || before.state === state || before.focusFirst !== focusFirst) first.current?.focus();
    else document.getElementById(listId)?.focus();
  });
  useEffect(() => goToHand(), [focusFirst, state]);
  return (
    <div ref={row} role="group" aria-label={t('deeds')} tabIndex={-1} className={styles.actions}>
      {deeds.map((deed, index) => (
        <Button
          key={deed}
          {...(index === 0 ? { ref: first satisfies Ref<HTMLButtonElement> } : {})}
          size="xs"
          variant={deed === main && (tool === null || tool === 'history') ? 'filled' : 'default'}
          aria-pressed={tools.has(deed) ? deed === tool : undefined}
          rightSection={keys?.[deed] ? <KeyHint keys={keys[deed]} /> : undefined}
          onClick={() => props.onDeed(deed)}
        >
          {props.wordOf(deed)}
        </Button>
      ))}
    </div>
  );
}
