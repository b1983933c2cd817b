// A day or a time of day as a typed field: the same in every language, where the system's own picker would speak its own.
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { readDay, readTime, shiftDay, shiftTime } from './typed-time.ts';

type TypedProps = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  readonly value: string;
  /** `YYYY-MM-DD` or `HH:MM`; what cannot be read comes as it was typed, for the form to refuse. */
  readonly onChange: (value: string) => void;
};

const RASTER_MINUTES = 15;

/** Takes `1122`, `11-22`, `2026-11-22`; arrow keys go to the day before and after. */
export function DayField(props: TypedProps) {
  return <TypedField {...props} placeholder="YYYY-MM-DD" read={readDay} shift={shiftDay} step={1} />;
}

/** Takes `2130`, `21:30`, `9`; arrow keys go by quarters of an hour. */
export function TimeField(props: TypedProps) {
  return (
    <TypedField {...props} placeholder="HH:MM" read={readTime} shift={shiftTime} step={RASTER_MINUTES} />
  );
}

function TypedField(
  props: TypedProps & {
    readonly read: (text: string, near: string) => string | null;
    readonly shift: (value: string, by: number) => string;
    readonly step: number;
  },
) {
  const { value, onChange, read, shift, step, ...input } = props;
  // What is being typed, and the value that it began from.
  const [typing, setTyping] = useState<{ readonly text: string; readonly from: string } | null>(null);

  function type(text: string): void {
    const from = typing?.from ?? value;
    setTyping({ text, from });
    onChange(read(text, from) ?? text);
  }

  function move(by: number): boolean {
    const now = read(value, value);
    if (now === null) return false;
    setTyping(null);
    onChange(shift(now, by));
    return true;
  }

  return (
    <TextInput
      {...input}
      value={typing?.text ?? value}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => setTyping(null)}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? step : event.key === 'ArrowDown' ? -step : 0;
        if (by !== 0 && move(by)) event.preventDefault();
      }}
    />
  );
}
