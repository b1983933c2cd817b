// The forms that are open in a register's panel: which is in front, and which were put away. Pure.

/** A form, from its key or a scan until it is confirmed. Its id is the id of its command. */
export interface OpenForm {
  readonly id: string;
  /** Put away by Esc: not shown, not lost. */
  readonly away: boolean;
}

export interface OpenForms<Form extends OpenForm> {
  readonly drafts: readonly Form[];
  /** What is in front in the panel: a form by its id, or `shown`, which is looked at beside the list. */
  readonly front: string | null;
}

/** What comes to the front when no form is left: what is looked at, or nothing. */
export type Behind = 'shown' | null;

/** So many forms are kept that were put away. */
const MOST_AWAY = 5;

/** Opens a form, or brings one to the front as it is now. */
export function bring<Form extends OpenForm>({ drafts }: OpenForms<Form>, form: Form): OpenForms<Form> {
  return { drafts: [...drafts.filter(({ id }) => id !== form.id), form], front: form.id };
}

export function change<Form extends OpenForm>(
  { drafts, front }: OpenForms<Form>,
  id: string,
  changed: Partial<Form>,
): OpenForms<Form> {
  return { drafts: drafts.map((each) => (each.id === id ? { ...each, ...changed } : each)), front };
}

/** Closes a form; with `keep` it can be brought back as long as few others were put away after it. */
export function putAway<Form extends OpenForm>(
  forms: OpenForms<Form>,
  id: string,
  { keep, behind }: { readonly keep: boolean; readonly behind: Behind },
): OpenForms<Form> {
  const form = forms.drafts.find((each) => each.id === id);
  if (!form || !keep) return without(forms, id, behind);
  const others = forms.drafts.filter((each) => each.id !== id);
  const kept = others.filter(({ away }) => away).slice(1 - MOST_AWAY);
  const inSight = others.filter(({ away }) => !away);
  return { drafts: [...kept, ...inSight, { ...form, away: true }], front: lastOpen(inSight) ?? behind };
}

/** The form that was put away last is there again. */
export function bringBack<Form extends OpenForm>(forms: OpenForms<Form>): OpenForms<Form> {
  const form = forms.drafts.findLast(({ away }) => away);
  return form ? bring(forms, { ...form, away: false }) : forms;
}

/** A form is done or thrown away. One that lay behind goes without moving what is in front. */
export function without<Form extends OpenForm>(
  { drafts, front }: OpenForms<Form>,
  id: string,
  behind: Behind,
): OpenForms<Form> {
  const left = drafts.filter((form) => form.id !== id);
  return { drafts: left, front: front === id ? (lastOpen(left) ?? behind) : front };
}

/** The form that was opened last and is in sight, by its id. */
export function lastOpen(drafts: readonly OpenForm[]): string | null {
  return drafts.findLast(({ away }) => !away)?.id ?? null;
}
