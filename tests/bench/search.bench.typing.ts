// What is typed into the box, key by key: visits of the table by all that finds them, and every one or two letters.
import type { Backend } from '../../electron/backend/compose.ts';
import type { StoredVisit } from '../../electron/backend/registers/visitors/visitors.row.ts';
import { findVisit } from '../../electron/backend/registers/visitors/visitors.store.ts';
import { spell, syllablesOf } from '../../electron/backend/places/pinyin.ts';

/** Visits that are looked for, spread over the years. */
const LOOKED_FOR = 60;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const DIGITS = [...'0123456789'];

/** Two frequent surnames in one text: each has a long list, hardly anybody has both. */
export const PAIRS = ['王李', '李 张', '王 刘', '张 陈', '刘 杨', 'wang li', '王 zhang', '李 wl'];

/** The texts in the order in which they come: each visit's name, spelling, phone and so on grows by a key. */
export function keysTyped({ database }: Backend, rows: number): string[] {
  const ids = database.db.connection.prepare('SELECT id FROM visit ORDER BY id LIMIT 1 OFFSET ?').pluck();
  const visits = Array.from({ length: LOOKED_FOR }, (_, at) => {
    const id = Number(ids.get(Math.floor(((at + 0.5) * rows) / LOOKED_FOR)));
    const visit = findVisit(database.db, id);
    if (!visit) throw new Error('the bench lost a visit');
    return visit;
  });
  const pairs = LETTERS.flatMap((first) => [first, ...LETTERS.map((second) => first + second)]);
  const numbers = DIGITS.flatMap((first) => [first, ...DIGITS.map((second) => first + second)]);
  return [...visits.flatMap(textsOf).flatMap(keyByKey), ...pairs, ...numbers];
}

function textsOf(visit: StoredVisit): string[] {
  const { name, phone, company, unitText, plate, number, documentMasked } = visit;
  const { full, initials } = spell(name ?? '', 'person');
  const [unit = ''] = (unitText ?? '').split(' ');
  const [first = '', ...others] = syllablesOf(name ?? '', 'person');
  const mixed = first + others.map((syllable) => syllable.charAt(0)).join('');
  const texts = [name, full, initials, mixed, phone, phone?.slice(-4), company, unit, plate, number];
  return [...texts, documentMasked?.slice(-4)].filter((text) => typeof text === 'string');
}

function keyByKey(text: string): string[] {
  const keys = Array.from(text);
  return keys.map((_, at) => keys.slice(0, at + 1).join(''));
}
