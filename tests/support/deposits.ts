// Things to lend against deposits, and who borrows them, for tests: everything invented.
import type { ApiClient } from '../../electron/api/contract.ts';
import { uuidv7 } from './ids.ts';

/** What `stockUp` put on file: a wheelchair by its asset code, umbrellas by count. */
export interface TestThings {
  readonly wheelchairs: number;
  readonly wheelchair: number;
  readonly umbrellas: number;
}

const kind = {
  ...{ rainGear: false, loanHours: 24, idAsked: false, accessories: [], least: 0, restMinutes: 0 },
  ...{ restAlways: false, dailyCheck: false },
};

/** Puts two types on file, one with an item, one with a count. Needs `loans.manage`. */
export async function stockUp({ loans }: ApiClient, desk = 'L1'): Promise<TestThings> {
  const { id: wheelchairs } = await loans.putType({
    ...{
      ...kind,
      commandId: uuidv7(),
      nameZh: '轮椅',
      nameEn: 'Wheelchair',
      tracking: 'asset',
      prefix: 'LY',
    },
    ...{ depositFen: 50_000, lossPriceFen: 120_000 },
  });
  const { id: wheelchair } = await loans.putItem({
    ...{ commandId: uuidv7(), type: wheelchairs, asset: 'LY-001', remark: null },
  });
  const { id: umbrellas } = await loans.putType({
    ...{
      ...kind,
      commandId: uuidv7(),
      nameZh: '长柄雨伞',
      nameEn: 'Umbrella',
      tracking: 'count',
      prefix: 'YS',
    },
    ...{ rainGear: true, depositFen: 5000, lossPriceFen: 5000 },
  });
  await loans.setStock({ commandId: uuidv7(), type: umbrellas, desk, total: 20 });
  return { wheelchairs, wheelchair, umbrellas };
}

/** Somebody who is on no file; the same number is the same person. */
export function stranger(number: number) {
  return {
    from: 'new' as const,
    person: {
      ...{ kind: 'walkIn' as const, name: `测试借用人${number}`, company: null },
      phone: `1380000${String(number).padStart(4, '0')}`,
    },
  };
}

export type Paid = {
  readonly how: 'paid';
  readonly amountFen: number;
  readonly method: 'cash' | 'wechat' | 'alipay' | 'card';
  readonly reference: string | null;
};

export function paid(amountFen: number, method: Paid['method'] = 'cash'): Paid {
  return { how: 'paid', amountFen, method, reference: method === 'cash' ? null : '4200001234' };
}
