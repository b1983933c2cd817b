// What forms about records hold, what is wrong with it, and edits that met. Pure.
import { ORPCError } from '@orpc/client';
import type { z } from 'zod';
import type { fields } from '../../copy/fields.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';

type CommonMessage = keyof typeof fields;

/** A record and the revision that an edit of it begins with; both null for a new one. */
export interface Begun<Values> {
  readonly values: Values;
  readonly revision: number | null;
}

/** Records to choose one from by typing words that name it. */
export interface Choices {
  /** With what else is known of each, which the list of suggestions shows and finds by. */
  readonly labels: readonly { readonly label: string; readonly also: string }[];
  labelOf(id: number | null): string;
  /** Null where nothing is typed, undefined where the words name none. */
  idOf(label: string): number | null | undefined;
}

/**
 * Where two have one name, what tells them apart stands behind it. `aliases` are other names that staff use: one that is
 * nobody else's stands for its record.
 */
export function choicesOf(
  rows: readonly {
    readonly id: number;
    readonly name: string;
    readonly detail: string;
    readonly aliases?: readonly string[];
  }[],
): Choices {
  const counts = Map.groupBy(rows, ({ name }) => name);
  const labelled = rows.map(({ id, name, detail, aliases = [] }) => ({
    id,
    label: (counts.get(name)?.length ?? 0) > 1 ? `${name}（${detail || id}）` : name,
    also: [...aliases, detail].filter(Boolean).join(' · '),
  }));
  const byId = new Map(labelled.map(({ id, label }) => [id, label]));
  const byLabel = new Map(labelled.map(({ id, label }) => [label.toLowerCase(), id]));
  const named = rows.flatMap(({ id, aliases = [] }) =>
    aliases.map((alias) => ({ id, name: alias.toLowerCase() })),
  );
  const byAlias = Map.groupBy(named, ({ name }) => name);
  return {
    labels: labelled,
    labelOf: (id) => (id === null ? '' : (byId.get(id) ?? '')),
    idOf(typed) {
      const text = typed.trim().toLowerCase();
      if (text === '') return null;
      const known = byAlias.get(text) ?? [];
      return byLabel.get(text) ?? (known.length === 1 ? known[0]?.id : undefined);
    },
  };
}

/** What the contract's own schema says about a form, by field; `shapeOf` finds the sentence of what is not blank. */
export function wrongBy<Message extends string>(
  schema: z.ZodType,
  form: Readonly<Record<string, unknown>>,
  shapeOf: (field: string, issue: z.core.$ZodIssue) => Message,
): FieldErrors<Message | 'field.needed'> {
  const wrong: Record<string, Message | 'field.needed'> = {};
  for (const issue of schema.safeParse(form).error?.issues ?? []) {
    const field = String(issue.path[0]);
    const value = form[field];
    wrong[field] ??=
      typeof value === 'string' && value.trim() === '' ? 'field.needed' : shapeOf(field, issue);
  }
  return wrong;
}

/** What a shape that is wrong is called where a field has no words of its own. */
export function plainShape(code: z.core.$ZodIssue['code']): CommonMessage {
  if (code === 'too_big') return 'field.tooLong';
  return code === 'custom' ? 'field.characters' : 'field.wrong';
}

export function isChangedMeanwhile(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'CHANGED_MEANWHILE';
}

/** The fields that somebody else has changed since the form was opened. */
export function fieldsChanged(error: unknown): FieldErrors<'field.changedMeanwhile'> {
  if (!(error instanceof ORPCError) || !isChangedMeanwhile(error)) return {};
  const { changed = [] } = error.data as { readonly changed?: readonly string[] };
  return Object.fromEntries(changed.map((field) => [field, 'field.changedMeanwhile' as const]));
}

/** The values as they are now, but for those that were typed over here. */
export function merged<Values extends object>(typed: Values, base: Values, now: Values): Values {
  const untouched = Object.entries(typed).filter(
    ([field, value]) => JSON.stringify(value) === JSON.stringify(base[field as keyof Values]),
  );
  return { ...typed, ...Object.fromEntries(untouched.map(([field]) => [field, now[field as keyof Values]])) };
}

/** Whether a name that is read so (`zhang san`) is found by a word: `zhangs`, `zs`, or `san`, from behind a surname. */
export function isReadSo(reading: string, word: string): boolean {
  const syllables = reading.split(' ');
  const ways = [syllables, syllables.slice(1)];
  const plain = word.replaceAll('ü', 'v');
  return ways.some(
    (way) =>
      way.join('').startsWith(plain) ||
      way
        .map((syllable) => syllable.charAt(0))
        .join('')
        .startsWith(plain),
  );
}
