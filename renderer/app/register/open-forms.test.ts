// Open forms of any register: whatever is opened, put away and finished, nothing half typed is lost unseen.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bring, bringBack, putAway, without } from './open-forms.ts';
import type { OpenForm, OpenForms } from './open-forms.ts';

const nothing: OpenForms<OpenForm> = { drafts: [], front: null };
const open = (...ids: string[]) => ids.reduce((forms, id) => bring(forms, { id, away: false }), nothing);
const idsOf = ({ drafts }: OpenForms<OpenForm>): string[] => drafts.map(({ id }) => id);

test('a form that lay behind is done without moving what is in front', () => {
  expect(without(open('a', 'b', 'c'), 'b', null)).toEqual({ drafts: open('a', 'c').drafts, front: 'c' });
});

test('the last form that is closed leaves what is looked at, or nothing', () => {
  expect(without(open('a'), 'a', 'shown').front).toBe('shown');
  expect(putAway(open('a'), 'a', { keep: true, behind: null }).front).toBeNull();
});

test('the form that was put away last comes back first', () => {
  const away = ['a', 'b'].reduce(
    (forms, id) => putAway(forms, id, { keep: true, behind: null }),
    open('a', 'b', 'c'),
  );
  expect(away.front).toBe('c');
  expect(bringBack(away)).toMatchObject({ front: 'b' });
  expect(bringBack(bringBack(away)).front).toBe('a');
});

test('of many that were put away the latest five are kept, and none that is in sight goes', () => {
  const many = ['1', '2', '3', '4', '5', '6', '7'];
  const forms = many.reduce(
    (before, id) => putAway(before, id, { keep: true, behind: null }),
    open('seen', ...many),
  );
  expect(idsOf(forms).toSorted()).toEqual(['3', '4', '5', '6', '7', 'seen']);
});

test('whatever is done, only a form in sight is in front, and one id stands once', () => {
  const step = fc.record({
    deed: fc.constantFrom('open', 'keep', 'drop', 'back', 'finish'),
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let forms = nothing;
      for (const { deed, id } of steps) {
        if (deed === 'open') forms = bring(forms, { id, away: false });
        else if (deed === 'back') forms = bringBack(forms);
        else if (deed === 'finish') forms = without(forms, id, 'shown');
        else forms = putAway(forms, id, { keep: deed === 'keep', behind: 'shown' });
        const inSight = forms.drafts.filter(({ away }) => !away).map((form) => form.id);
        expect(new Set(idsOf(forms)).size).toBe(forms.drafts.length);
        expect(forms.drafts.length - inSight.length).toBeLessThanOrEqual(5);
        expect([...inSight, 'shown', null]).toContain(forms.front);
        if (inSight.length > 0) expect(inSight).toContain(forms.front);
      }
    }),
  );
});
