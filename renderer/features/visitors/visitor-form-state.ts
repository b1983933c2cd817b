// A visitor's form as its parts share it: values, errors in the language of the moment, and the card that came to it.
import { useForm } from '@mantine/form';
import type { UseFormReturnType } from '@mantine/form';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardReading } from '../../../electron/api/identity.ts';
import type { PlaceMatch } from '../../../electron/api/places.contract.ts';
import { visitorForm } from '../../../electron/api/visit-forms.ts';
import { visitors } from '../../copy/visitors.ts';
import { useFieldBounds } from './field-bounds.ts';
import { mergeCard } from './card-merge.ts';
import type { Announced, CardConflict } from './card-merge.ts';
import type { Carried } from './returning-values.ts';
import type { FieldMessage } from './visit-refusal.tsx';
import { toVisitorForm, withGiven } from './visitor-values.ts';
import type { VisitorValues } from './visitor-values.ts';
import type { Given } from './workplace.ts';

export interface VisitorFormState {
  readonly form: UseFormReturnType<VisitorValues>;
  /** The values that the form began with, and what was carried over since. */
  readonly base: VisitorValues;
  /** The host or unit that the form was opened for. */
  readonly place: PlaceMatch | null;
  /** What the card says otherwise and nobody has answered: nothing is confirmed over it. */
  readonly conflicts: readonly CardConflict[];
  /** What stands in the unit's field and names no unit yet: nothing is confirmed over it. */
  readonly unitText: string;
  typeUnit(text: string): void;
  /** Takes values over from an earlier visit; they are kept as carried over, not as typed. */
  carryOver(values: Carried): void;
  settle(field: CardConflict['field']): void;
  /** The sentence beside a field, or undefined. Kept as a key, so that a switch of language reaches it. */
  error(field: string): string | undefined;
}

const resolve = zod4Resolver(visitorForm, { errorPriority: 'first' });

/** `base` and `given` count once, when the form opens. A card that comes later fills empty fields only. */
export function useVisitorForm(
  base: VisitorValues,
  card: CardReading | null,
  given: Given = {},
  announced: Announced | null = null,
): VisitorFormState {
  const { t } = useTranslation('visitors');
  const bounds = useFieldBounds();
  const [first] = useState(() => ({
    ...withGiven(base, given),
    ...(card ? mergeCard(base, card, announced).values : {}),
  }));
  const [began, setBegan] = useState(base);
  const [unitText, setUnitText] = useState('');
  const form = useForm<VisitorValues>({
    mode: 'controlled',
    initialValues: first,
    validate: (values) => resolve(toVisitorForm(values, values, null)),
  });
  const [asked, setAsked] = useState<readonly CardConflict[]>(() =>
    card ? mergeCard(base, card, announced).conflicts : [],
  );
  // Whoever types what the card says has answered.
  const conflicts = asked.filter(({ field, value }) => form.values[field].trim() !== value);
  const take = useEffectEvent((read: CardReading): void => {
    const merge = mergeCard(form.getValues(), read, announced);
    form.setValues(merge.values);
    setAsked(merge.conflicts);
  });
  const seen = useRef(card);
  useEffect(() => {
    if (card === seen.current || !card) return;
    seen.current = card;
    take(card);
  }, [card]);

  return {
    form,
    base: began,
    place: given.place ?? null,
    conflicts,
    unitText,
    typeUnit(text) {
      setUnitText(text);
      form.clearFieldError('units');
    },
    carryOver(values) {
      form.setValues(values);
      setBegan({ ...began, ...values });
    },
    settle(field) {
      setAsked(asked.filter((conflict) => conflict.field !== field));
      form.clearFieldError(field);
    },
    error(field) {
      const key = form.errors[field];
      if (key === undefined || key === null) return undefined;
      if (field === 'children') return t('field.children');
      return t(typeof key === 'string' && isFieldMessage(key) ? key : 'field.wrong', bounds);
    },
  };
}

function isFieldMessage(key: string): key is FieldMessage {
  return key.startsWith('field.') && key in visitors;
}
