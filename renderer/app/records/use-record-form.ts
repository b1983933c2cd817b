// A form about one record on file: what is typed, and what happens where somebody else was faster.
import { useId, useState } from 'react';
import { useFormSending } from '../../ui/form-sending.ts';
import type { FieldErrors, FormSending } from '../../ui/form-sending.ts';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { useUnfinished } from '../use-unfinished.ts';
import { isChangedMeanwhile, merged } from './record-values.ts';
import type { Begun } from './record-values.ts';

export interface RecordForm<Values> {
  readonly values: Values;
  readonly sending: Pick<FormSending<string>, 'box' | 'busy' | 'refusal' | 'confirm'>;
  /** The sentence beside a field that is wrong. */
  errorOf(field: string): string | undefined;
  /** Somebody changed the record meanwhile: the form has the latest by now. */
  readonly meanwhile: boolean;
  /** The form is there to be read. */
  readonly readOnly: boolean;
  change(changed: Partial<Values>): void;
}

/** `latest` reads the record anew; what was typed here stays typed, everything else becomes what it is now. */
export function useRecordForm<Values extends object, Message extends string>(parts: {
  readonly begun: Begun<Values>;
  readonly readOnly?: boolean;
  readonly check: (values: Values) => FieldErrors<Message>;
  /** Where a refusal belongs. */
  readonly fieldsOf: (error: unknown) => FieldErrors<Message>;
  readonly say: (message: Message) => string;
  readonly send: (values: Values, claim: { commandId: string; revision: number | null }) => Promise<void>;
  readonly latest: () => Promise<Begun<Values> | null>;
}): RecordForm<Values> {
  const [commandId] = useState(uuidV7);
  const [begun, setBegun] = useState(parts.begun);
  const [values, setValues] = useState(begun.values);
  const [meanwhile, setMeanwhile] = useState(false);
  useUnfinished(useId(), JSON.stringify(values) === JSON.stringify(begun.values) ? 0 : 1);
  const sending = useFormSending<Message>({
    check: () => parts.check(values),
    fieldsOf: parts.fieldsOf,
    async send() {
      try {
        await parts.send(values, { commandId, revision: begun.revision });
      } catch (error) {
        const now = isChangedMeanwhile(error) ? await parts.latest() : null;
        if (now) {
          setValues(merged(values, begun.values, now.values));
          setBegun(now);
          setMeanwhile(true);
        }
        throw error;
      }
    },
  });
  return {
    ...{ values, sending, meanwhile, readOnly: parts.readOnly ?? false },
    errorOf(field) {
      const message = sending.wrong[field];
      return message === undefined ? undefined : parts.say(message);
    },
    change(changed) {
      setValues({ ...values, ...changed });
      Object.keys(changed).forEach(sending.mend);
    },
  };
}
