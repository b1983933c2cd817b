// A day and a time in the property's zone, typed into two fields.
import { DayField, TimeField } from './time-fields.tsx';
import styles from './entry-form.module.css';

export interface LocalTime {
  readonly day: string;
  readonly time: string;
}

export function LocalTimeFields(props: {
  readonly labels: { readonly day: string; readonly time: string };
  readonly value: LocalTime;
  readonly error?: string | undefined;
  /** `data-field` of the time, where an error moves the focus. */
  readonly field: string;
  readonly onChange: (value: LocalTime) => void;
}) {
  const { labels, value, error, field, onChange } = props;
  return (
    <div className={styles.pair}>
      <DayField label={labels.day} value={value.day} onChange={(day) => onChange({ ...value, day })} />
      <TimeField
        label={labels.time}
        value={value.time}
        error={error}
        data-field={field}
        onChange={(time) => onChange({ ...value, time })}
      />
    </div>
  );
}
