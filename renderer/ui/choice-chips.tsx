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
  /** What is wrong with the choice. */
  readonly error?: string | undefined;
  /** `data-field` of the chip that an error moves the focus to: the chosen one, or the first. */
  readonly field?: string;
  /** The label stands on the chips' own line: less height where there are few. */
  readonly beside?: boolean;
}) {
  const name = useId();
  const { error, field } = props;
  const first = props.choices.find(({ value }) => value === props.value) ?? props.choices[0];
  return (
    <fieldset
      className={styles.group}
      data-beside={props.beside || undefined}
      aria-invalid={error === undefined ? undefined : true}
      aria-describedby={error === undefined ? undefined : `${name}-error`}
    >
      <legend className={styles.legend}>{props.label}</legend>
      <div className={styles.chips}>
        {props.choices.map(({ value, label }) => (
          <label key={value} className={styles.chip}>
            <input
              type="radio"
              name={name}
              data-field={value === first?.value ? field : undefined}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {error === undefined ? null : (
        <p id={`${name}-error`} role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
