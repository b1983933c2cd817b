// Things to lend, and the forms that lend them, with invented people.
import type { ApiClient } from '../../electron/api/contract.ts';
import type { LoanTypeForm } from '../../electron/api/loan-items.contract.ts';
import type { LoanForm } from '../../electron/api/loan-forms.ts';
import { uuidv7 } from './ids.ts';

export const UMBRELLA: LoanTypeForm = {
  ...{ nameZh: '雨伞', nameEn: 'Umbrella', tracking: 'asset', prefix: 'YS', rainGear: true, depositFen: 0 },
  ...{ loanHours: 24, idAsked: false, lossPriceFen: 6000, accessories: [], least: 1, restMinutes: 120 },
  ...{ restAlways: false, dailyCheck: false },
};
export const WHEELCHAIR: LoanTypeForm = {
  ...UMBRELLA,
  ...{
    nameZh: '轮椅',
    nameEn: 'Wheelchair',
    prefix: 'LY',
    rainGear: false,
    depositFen: 50_000,
    loanHours: 4,
  },
  ...{ idAsked: true, lossPriceFen: 80_000, accessories: ['脚踏'], restMinutes: 0, dailyCheck: true },
};
export const POWER_BANK: LoanTypeForm = {
  ...UMBRELLA,
  ...{
    nameZh: '充电宝',
    nameEn: 'Power bank',
    tracking: 'count',
    prefix: 'CD',
    rainGear: false,
    loanHours: 8,
  },
  ...{ lossPriceFen: 9900, least: 2, restMinutes: 90, restAlways: true },
};

export async function putType(api: ApiClient, form: LoanTypeForm = UMBRELLA): Promise<number> {
  const { id } = await api.loans.putType({ ...form, commandId: uuidv7() });
  return id;
}

export async function putItem(api: ApiClient, type: number, asset: string): Promise<number> {
  const { id } = await api.loans.putItem({ commandId: uuidv7(), type, asset, remark: null });
  return id;
}

/** Somebody new, found by a phone of their own; `who` tells them apart. */
export function newPerson(who = 1): LoanForm['borrower'] {
  return {
    from: 'new',
    person: {
      ...{ kind: 'walkIn', name: `测试借用人${who}`, phone: `1390000${String(1000 + who)}` },
      ...{ company: '测试单位', unit: null },
    },
  };
}

/** A loan of one item as the desk types it; `changes` replace fields. */
export function lending(
  lines: LoanForm['lines'],
  changes: Partial<LoanForm> & { readonly commandId?: string } = {},
): LoanForm & { commandId: string } {
  return {
    ...{ commandId: uuidv7(), lines, borrower: newPerson(), remarks: null, printSlip: false },
    ...changes,
  };
}
