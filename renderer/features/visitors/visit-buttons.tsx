// The buttons of a visit's panel: what its state allows, the likeliest first.
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import type { VisitState } from '../../../electron/api/visit-states.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useVisitActions } from './visit-actions.tsx';
import styles from './visit-panel.module.css';
import { useVisitorsDesk } from './visitors-desk.tsx';

/** What opens below the buttons. */
export type VisitTool = 'history' | 'extend' | 'void' | 'reveal';

type Deed =
  | 'checkOut'
  | 'leftUnknown'
  | 'arrive'
  | 'cancelExpected'
  | 'reopen'
  | 'reprint'
  | 'amend'
  | VisitTool;

const DEEDS: Readonly<Record<VisitState, readonly Deed[]>> = {
  on_site: ['checkOut', 'reprint', 'extend', 'amend', 'void'],
  expected: ['arrive', 'cancelExpected', 'amend', 'void'],
  left: ['reopen', 'amend', 'void'],
  closed: ['reopen', 'amend', 'void'],
  cancelled: ['arrive', 'void'],
  voided: [],
};

/** Overstaying is worked off by one of three answers: left then, still here, or left now. */
function deedsOf(visit: VisitDetail): readonly Deed[] {
  return visit.overstay
    ? ['checkOut', 'leftUnknown', 'extend', 'reprint', 'amend', 'void']
    : DEEDS[visit.state];
}

export function VisitButtons(props: {
  readonly visit: VisitDetail;
  readonly active: boolean;
  readonly mayWrite: boolean;
  /** Above 0 the first button takes the focus, and again with every higher number. */
  readonly focusFirst: number;
  readonly tool: VisitTool | null;
  readonly onTool: (tool: VisitTool) => void;
}) {
  const { t } = useTranslation('visitors');
  const { visit, active, mayWrite, focusFirst, tool, onTool } = props;
  const desk = useVisitorsDesk();
  const actions = useVisitActions(desk.move);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focusFirst > 0) first.current?.focus();
  }, [focusFirst, visit.state]);
  useShortcuts({ 'Alt+KeyO': () => actions.leave(visit) }, active && mayWrite && visit.state === 'on_site');

  const deeds: readonly Deed[] = [
    ...(mayWrite ? deedsOf(visit) : []),
    ...(mayWrite && visit.documentMasked !== null ? (['reveal'] as const) : []),
    'history',
  ];
  return (
    <div className={styles.actions}>
      {deeds.map((deed, index) => (
        <Button
          key={deed}
          {...(index === 0 ? { ref: first satisfies Ref<HTMLButtonElement> } : {})}
          size="xs"
          variant={deed === 'checkOut' || deed === 'arrive' ? 'filled' : 'default'}
          aria-pressed={isTool(deed) ? deed === tool : undefined}
          rightSection={deed === 'checkOut' ? <KeyHint keys="Alt+O" /> : undefined}
          onClick={() => perform(deed)}
        >
          {t(deed)}
        </Button>
      ))}
    </div>
  );

  function perform(deed: Deed): void {
    switch (deed) {
      case 'checkOut':
        return actions.leave(visit);
      case 'leftUnknown':
        return actions.leave(visit, 'timeUnknown');
      case 'arrive':
      case 'amend':
        return desk.open(deed, visit.id);
      case 'cancelExpected':
        return actions.cancel(visit);
      case 'reopen':
      case 'reprint':
        return actions[deed](visit);
      case 'history':
      case 'extend':
      case 'void':
      case 'reveal':
        return onTool(deed);
    }
  }
}

function isTool(deed: Deed): deed is VisitTool {
  return deed === 'history' || deed === 'extend' || deed === 'void' || deed === 'reveal';
}
