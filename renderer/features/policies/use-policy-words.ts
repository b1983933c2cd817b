// A policy's value in words, short enough for a line of the list.
import { useTranslation } from 'react-i18next';
import { KEY_BORROWERS, KEY_KINDS } from '../../../electron/api/key-states.ts';
import type { PolicyValue } from '../../../electron/api/policies.contract.ts';
import {
  CARD_FACTS,
  NOTICE_LANGUAGES,
  POLICIES,
  SIGNED_ACTIONS,
  WAIVING_ROLES,
} from '../../../electron/api/policies.ts';
import type { PolicyKey } from '../../../electron/api/policies.ts';
import { PURPOSES } from '../../../electron/api/visit-states.ts';
import { isCounted, mostAndOthers } from './policy-values.ts';
import { useComma } from '../../ui/use-comma.ts';

type One = number | boolean | string;
const CHOICES = ['orVouched', 'notAsked', 'optional', 'required', ...KEY_BORROWERS] as const;

export interface PolicyWords {
  /** A purpose, a fact of the card, a language or what is signed for, by name. */
  member(member: string): string;
  choice(choice: string): string;
  /** One value with its unit. */
  one(key: PolicyKey, one: One): string;
  /** The whole value; a text by its version. */
  whole(key: PolicyKey, value: PolicyValue, revision: number): string;
  shipped(key: PolicyKey): string;
}

export function usePolicyWords(): PolicyWords {
  const { t } = useTranslation(['policies', 'visitors', 'people']);
  const comma = useComma();

  function member(name: string): string {
    const purpose = PURPOSES.find((each) => each === name);
    if (purpose) return t(`visitors:purpose.${purpose}`);
    const role = WAIVING_ROLES.find((each) => each === name);
    if (role) return t(`people:role.${role}`);
    const other = [...CARD_FACTS, ...NOTICE_LANGUAGES, ...SIGNED_ACTIONS, ...KEY_KINDS].find(
      (each) => each === name,
    );
    return other ? t(`member.${other}`) : name;
  }

  function choice(name: string): string {
    const known = CHOICES.find((each) => each === name);
    return known ? t(`choice.${known}`) : name;
  }

  function one(key: PolicyKey, value: One): string {
    const { kind } = POLICIES[key];
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (kind === 'choice') return choice(String(value));
    return isCounted(kind) ? t(`unit.${kind}`, { count: Number(value) }) : String(value);
  }

  function whole(key: PolicyKey, value: PolicyValue, revision: number): string {
    if (POLICIES[key].kind === 'text') return t('version', { count: revision });
    if (typeof value !== 'object') return one(key, value);
    if (POLICIES[key].kind === 'boolean') return ticked(value);
    const { most, others } = mostAndOthers(value);
    if (others.length === 0) return one(key, most);
    const named = others.map(([name, other]) => `${member(name)} ${one(key, other)}`).join(comma);
    return t('except', { most: one(key, most), others: named });
  }

  function ticked(value: Readonly<Record<string, One>>): string {
    const on = Object.entries(value).filter(([, tick]) => tick === true);
    const off = Object.entries(value).filter(([, tick]) => tick !== true);
    const named = (members: typeof on): string => members.map(([name]) => member(name)).join(comma);
    if (off.length === 0 || on.length === 0) return t(on.length === 0 ? 'none' : 'all');
    return off.length < on.length ? t('allBut', { others: named(off) }) : named(on);
  }

  const shipped = (key: PolicyKey): string =>
    POLICIES[key].kind === 'text' ? t('shippedText') : whole(key, POLICIES[key].default, 1);

  return { member, choice, one, whole, shipped };
}
