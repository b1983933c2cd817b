// The one box 查找/扫码: it answers as one types; a pass code is acted on, anything else opens what was found.
import { TextInput } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { shownOf } from '../features/keys/key-hit.tsx';
import { useKeysDesk } from '../features/keys/keys-desk.tsx';
import { useLoansDesk } from '../features/loans/loans-desk.tsx';
import { useVisitorsDesk } from '../features/visitors/visitors-desk.tsx';
import { Icon } from '../ui/icon.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { isComposing, spendEnter } from '../ui/keyboard.ts';
import { useBoxAnswer } from './box-answer.ts';
import { BoxKeys } from './box-keys.tsx';
import { BoxList } from './box-list.tsx';
import { boxGroups } from './box-options.ts';
import type { BoxOption } from './box-options.ts';
import { BoxOutcome } from './box-outcome.tsx';
import styles from './box.module.css';
import { scanCodeIn } from './scan-code.ts';
import { useScans } from './use-scans.ts';

export const BOX_ID = 'find-or-scan';

/** `mayWrite` is false for roles that only read: they open visits, and are offered no form. */
export function FindBox({ mayWrite }: { readonly mayWrite: boolean }) {
  const { t } = useTranslation(['shell', 'box']);
  const desk = useVisitorsDesk();
  const keyDesk = useKeysDesk();
  const loans = useLoansDesk();
  const scan = useScans();
  const listId = useId();
  const keysId = useId();
  const [typed, setTyped] = useState('');
  const [below, setBelow] = useState<'nothing' | 'answers' | 'keys'>('nothing');
  const [walked, setWalked] = useState(0);
  const before = useRef<Element | null>(null);
  const latest = useRef('');
  const text = typed.trim();
  const asking = below === 'answers' && text !== '';
  const answer = useBoxAnswer(text, asking);
  const groups = asking ? boxGroups(text, answer.shown, mayWrite) : [];
  const options = groups.flatMap((group) => group.options);
  const active = Math.min(walked, Math.max(0, options.length - 1));

  function write(next: string): void {
    latest.current = next.trim();
    setTyped(next);
    setWalked(0);
    setBelow('answers');
  }

  function clear(): void {
    write('');
    setBelow('nothing');
  }

  function choose(option: BoxOption): void {
    clear();
    // The hand goes on before anything opens, so that what opens can take it.
    document.getElementById(BOX_ID)?.blur();
    handBack();
    switch (option.kind) {
      case 'code':
        return scan(option.code);
      case 'record':
        // One case a register: the next one to be found has to say here how it opens.
        switch (option.hit.register) {
          case 'visitors':
            return desk.lookUp(option.hit.record, option.hit.open);
          case 'keys':
            return keyDesk.show(shownOf(option.hit), option.hit.open);
          case 'loans':
            return loans.showHit(option.hit);
        }
        return undefined;
      case 'place':
        return desk.open('register', null, { place: option.place });
      case 'register':
        return desk.open('register', null, option.given);
    }
  }

  /** The button that comes under the hand may let somebody leave: that takes an Enter of its own. */
  function chooseByEnter(option: BoxOption): void {
    if (option.kind === 'record') spendEnter(window);
    choose(option);
  }

  /** Enter was faster than the answer: it counts as soon as that comes, unless somebody has typed on. */
  function chooseFirst(): void {
    answer
      .ask()
      .then((found) => {
        const first = boxGroups(text, found, mayWrite)[0]?.options[0];
        if (first && latest.current === text) chooseByEnter(first);
      })
      // The same question stands behind the list, which says why it has no answer.
      .catch(() => {});
  }

  function enter(): void {
    const option = options[active];
    if (option && (answer.current || scanCodeIn(text) !== null)) chooseByEnter(option);
    else if (text !== '') chooseFirst();
  }

  /** To where the hand was before it came here; else to the list of the page that is open. */
  function handBack(): void {
    const place = before.current;
    if (place instanceof HTMLElement && place.checkVisibility()) place.focus();
    else focusList();
  }

  function goBack(): void {
    clear();
    handBack();
  }

  function walk(step: number): void {
    if (text === '') focusList();
    else if (below !== 'answers') setBelow('answers');
    else if (options.length > 0) setWalked((active + step + options.length) % options.length);
  }

  const keys: Readonly<Record<string, () => void>> = {
    Enter: enter,
    Escape: below === 'keys' && text !== '' ? () => setBelow('answers') : goBack,
    ArrowDown: () => walk(1),
    ArrowUp: () => walk(-1),
    F1: askAnew,
  };

  /** What was typed is ready to be typed over; where it is already, or nothing was, F1 lists the keys. */
  function askAnew(): void {
    const field = document.getElementById(BOX_ID);
    const anew = field instanceof HTMLInputElement && isSelected(field);
    if (!anew && below !== 'keys' && field instanceof HTMLInputElement) field.select();
    else setBelow(below === 'keys' ? 'answers' : 'keys');
  }

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    const held = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
    const act = held ? undefined : keys[event.key];
    if (!act || isComposing(event)) return;
    event.preventDefault();
    act();
  }

  function arrive(event: FocusEvent<HTMLInputElement>): void {
    before.current = event.relatedTarget;
    setBelow('answers');
  }

  return (
    <div className={styles.box}>
      <TextInput
        id={BOX_ID}
        aria-label={t('box')}
        placeholder={`${t('box')}　${t('boxHint')}`}
        value={typed}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-activedescendant={options.length > 0 ? `${listId}-${active}` : undefined}
        aria-describedby={below === 'keys' ? keysId : undefined}
        leftSection={<Icon name="search" />}
        rightSection={<KeyHint keys="F1" />}
        rightSectionWidth={44}
        onKeyDown={press}
        onFocus={arrive}
        onBlur={() => setBelow('nothing')}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <div className={styles.below} hidden={!asking && below !== 'keys'}>
        {below === 'keys' ? <BoxKeys id={keysId} /> : null}
        <BoxList id={listId} groups={groups} active={active} onChoose={choose} />
        <p className={styles.foot} hidden={below === 'keys'}>
          <span role="status">
            {asking ? <BoxOutcome text={text} answer={answer} groups={groups} /> : null}
          </span>
          <span className={styles.hint} hidden={options.length === 0}>
            {t('box:hint')}
          </span>
        </p>
      </div>
    </div>
  );
}

/** Also where there is nothing to select. */
function isSelected({ selectionStart, selectionEnd, value }: HTMLInputElement): boolean {
  return selectionStart === 0 && selectionEnd === value.length;
}

/** The list of the page that is in front. */
function focusList(): void {
  const lists = [...document.querySelectorAll<HTMLElement>('main [role="grid"]')];
  lists.find((list) => list.checkVisibility())?.focus();
}
