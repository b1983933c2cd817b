// What the form of the first start holds, what of it is sent, and what is wrong with it. Pure.
import type { Language } from '../../../electron/api/boot.ts';
import { setupForm } from '../../../electron/api/setup.contract.ts';
import type { SetupForm } from '../../../electron/api/setup.contract.ts';
import { setup } from '../../copy/setup.ts';

/** Fields by the path that the contract's errors carry; `admin.pinAgain` is the window's own. */
export interface SetupValues {
  readonly 'property.code': string;
  readonly 'property.nameZh': string;
  readonly 'property.nameEn': string;
  readonly 'property.address': string;
  readonly 'property.timeZone': string;
  readonly 'desk.code': string;
  readonly 'desk.nameZh': string;
  readonly 'desk.nameEn': string;
  /** False where the lobby never closes; the times are kept in case it is chosen again. */
  readonly hasHours: boolean;
  readonly 'desk.opens': string;
  readonly 'desk.closes': string;
  readonly 'admin.number': string;
  readonly 'admin.name': string;
  readonly 'admin.pin': string;
  readonly 'admin.pinAgain': string;
}
export type SetupField = Exclude<keyof SetupValues, 'hasHours'>;
export type SetupMessage = Extract<keyof typeof setup, `field.${string}`>;

/** What most desks need not change stands there already. */
export const firstValues: SetupValues = {
  'property.code': '',
  'property.nameZh': '',
  'property.nameEn': '',
  'property.address': '',
  'property.timeZone': 'Asia/Shanghai',
  'desk.code': 'L1',
  'desk.nameZh': setup.deskNameZh['zh-CN'],
  'desk.nameEn': setup.deskNameEn.en,
  hasHours: true,
  'desk.opens': '08:00',
  'desk.closes': '20:00',
  'admin.number': '',
  'admin.name': '',
  'admin.pin': '',
  'admin.pinAgain': '',
};

/** What goes to the backend. Codes are capitals, however they were typed; `language` is the admin's from now on. */
export function toSetupForm(values: SetupValues, language: Language): SetupForm {
  const code = (text: string): string => text.trim().toUpperCase();
  return {
    property: {
      code: code(values['property.code']),
      nameZh: values['property.nameZh'],
      nameEn: values['property.nameEn'],
      address: values['property.address'],
      timeZone: values['property.timeZone'],
    },
    desk: {
      code: code(values['desk.code']),
      nameZh: values['desk.nameZh'],
      nameEn: values['desk.nameEn'],
      opens: values.hasHours ? clockTime(values['desk.opens']) : null,
      closes: values.hasHours ? clockTime(values['desk.closes']) : null,
    },
    admin: {
      number: values['admin.number'],
      name: values['admin.name'],
      language,
      pin: values['admin.pin'],
    },
  };
}

/** `8:00`, `0800` and `08：00` are `08:00`; what is no time stays as it is, to be refused. */
function clockTime(text: string): string {
  const [, hours, minutes] = /^(\d{1,2})[:：]?(\d\d)$/.exec(text.trim()) ?? [];
  return hours === undefined || minutes === undefined ? text : `${hours.padStart(2, '0')}:${minutes}`;
}

/** Where a field has a shape of its own, the sentence that describes it. */
const SHAPES: Readonly<Partial<Record<string, SetupMessage>>> = {
  'property.code': 'field.propertyCode',
  'desk.code': 'field.deskCode',
  'desk.opens': 'field.time',
  'desk.closes': 'field.time',
  'admin.number': 'field.staffNumber',
  'admin.pin': 'field.pin',
};

/** Field → sentence, for all that can be said before the backend is asked; empty where nothing is wrong. */
export function wrongInSetup(values: SetupValues, language: Language): Record<string, SetupMessage> {
  const wrong: Record<string, SetupMessage> = {};
  for (const { path, message } of setupForm.safeParse(toSetupForm(values, language)).error?.issues ?? []) {
    const field = path.join('.');
    const blank = isField(field, values) && values[field].trim() === '';
    wrong[field] ??= blank ? 'field.needed' : (SHAPES[field] ?? messageOf(message));
  }
  const { 'admin.pin': pin, 'admin.pinAgain': again } = values;
  if (pin !== '' && again !== pin) wrong['admin.pinAgain'] = again === '' ? 'field.needed' : 'field.pinAgain';
  return wrong;
}

/** The part of the form that is about the admin, for where there is a property already. */
export type AdminValues = Pick<SetupValues, 'admin.number' | 'admin.name' | 'admin.pin' | 'admin.pinAgain'>;

export function toAdminForm(values: AdminValues, language: Language): SetupForm['admin'] {
  return toSetupForm({ ...firstValues, ...values }, language).admin;
}

export function wrongInAdmin(values: AdminValues, language: Language): Record<string, SetupMessage> {
  const wrong = Object.entries(wrongInSetup({ ...firstValues, ...values }, language));
  return Object.fromEntries(wrong.filter(([field]) => field in values));
}

function isField(name: string, values: SetupValues): name is SetupField {
  return name in values && name !== 'hasHours';
}

function messageOf(key: string): SetupMessage {
  return key.startsWith('field.') && key in setup ? (key as SetupMessage) : 'field.wrong';
}
