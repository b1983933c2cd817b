// A text field with what was chosen inside it: chips before the caret, which take further lines where they are long.
import { Pill, PillsInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import type { ComponentProps, KeyboardEvent } from 'react';
import styles from './chips-input.module.css';

/** What a text field and one with chips both take. */
export type InputFacts = Pick<TextInputProps, 'label' | 'error' | 'description' | 'inputWrapperOrder'> &
  Omit<ComponentProps<'input'>, 'size' | 'type' | 'ref'>;

export interface Chip {
  readonly id: number;
  readonly label: string;
}

export interface ChosenChips {
  readonly chips: readonly Chip[];
  /** Says what the × of a chip does. */
  readonly removeWord: (label: string) => string;
  readonly onRemove: (id: number) => void;
}

/**
 * The × is the mouse's: Tab goes past it. By the keyboard Backspace in front of the text takes the last chip away, once
 * a press: a key that is held down empties the text and stops there.
 */
export function ChipsInput(props: InputFacts & { readonly chosen: ChosenChips }) {
  const { chosen, label, error, description, inputWrapperOrder, onKeyDown, ...input } = props;
  const { chips, removeWord, onRemove } = chosen;

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    const { value } = event.currentTarget;
    const last = chips.at(-1);
    if (event.key === 'Backspace' && !event.repeat && value === '' && last) onRemove(last.id);
    onKeyDown?.(event);
  }

  return (
    <PillsInput {...{ label, error, description, inputWrapperOrder }} classNames={{ input: styles.input }}>
      <ul className={styles.chips} hidden={chips.length === 0}>
        {chips.map(({ id, label: word }) => (
          <li key={id} title={word}>
            <Pill
              withRemoveButton
              removeButtonProps={{ 'aria-label': removeWord(word), 'aria-hidden': false, tabIndex: -1 }}
              onRemove={() => onRemove(id)}
            >
              {word}
            </Pill>
          </li>
        ))}
      </ul>
      <PillsInput.Field {...input} onKeyDown={press} />
    </PillsInput>
  );
}
