// A choice among a few, all in sight: radio buttons that look like chips.
import { useId } from 'react';
import styles from './choice-chips.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export function ChoiceChips<Value extends string>(props: {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{props.label}</legend>
      <div className={styles.chips}>
        {props.choices.map(({ value, label }) => (
          <label key={value} className={styles.chip}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
