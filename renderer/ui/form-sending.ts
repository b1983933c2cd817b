// Confirming a short form: checked, sent one at a time, and what is refused stands beside its field with the focus in it.
import { useRef, useState } from 'react';
import type { RefObject } from 'react';

/** Field → key of the sentence beside it. */
export type FieldErrors<Message extends string> = Readonly<Partial<Record<string, Message>>>;

export interface FormSending<Message extends string> {
  /** For the element whose fields carry `data-field`. */
  readonly box: RefObject<HTMLFormElement | null>;
  readonly busy: boolean;
  readonly wrong: FieldErrors<Message>;
  /** The refusal that names no field, or null. */
  readonly refusal: unknown;
  /** A field that is typed into is no longer wrong. */
  mend(field: string): void;
  /** The same, for a whole form: to be heard by its element. */
  mendTyped(event: { readonly target: EventTarget }): void;
  /** Puts sentences beside fields that were found wrong after sending; the focus goes to the first. */
  refuse(fields: FieldErrors<Message>): void;
  /** `then` follows what was sent, while the form is still busy. */
  confirm(then?: () => Promise<void>): void;
}

/** `check` says what can be said before sending; `fieldsOf` finds the fields that a refusal names. */
export function useFormSending<Message extends string>(form: {
  readonly check: () => FieldErrors<Message>;
  readonly send: () => Promise<void>;
  readonly fieldsOf: (error: unknown) => FieldErrors<Message>;
}): FormSending<Message> {
  const box = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<FieldErrors<Message>>({});
  const [refusal, setRefusal] = useState<unknown>(null);

  function refuse(fields: FieldErrors<Message>): void {
    setWrong(fields);
    const all = box.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [];
    [...all].find(({ dataset }) => (dataset['field'] ?? '') in fields)?.focus();
  }

  function confirm(then?: () => Promise<void>): void {
    if (busy) return;
    const fields = form.check();
    setRefusal(null);
    refuse(fields);
    if (Object.keys(fields).length > 0) return;
    setBusy(true);
    form
      .send()
      .then(() => then?.())
      .catch((error: unknown) => {
        const named = form.fieldsOf(error);
        if (Object.keys(named).length > 0) refuse(named);
        else setRefusal(error);
      })
      .finally(() => setBusy(false));
  }

  function mend(field: string): void {
    // Of what stands there by then: several fields may be mended in one go.
    setWrong((now) =>
      field in now ? Object.fromEntries(Object.entries(now).filter(([name]) => name !== field)) : now,
    );
  }

  function mendTyped({ target }: { readonly target: EventTarget }): void {
    if (!(target instanceof HTMLElement)) return;
    // A choice of several carries its name on one of them.
    const named = target.closest('[data-field]') ?? target.closest('fieldset')?.querySelector('[data-field]');
    mend(named?.getAttribute('data-field') ?? '');
  }

  return { box, busy, wrong, refusal, mend, mendTyped, refuse, confirm };
}
