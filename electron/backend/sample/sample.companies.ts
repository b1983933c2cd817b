// Invented companies: the tenants of the building, and those whose people come to see them.
import companies from '../../../resources/sample/companies.json' with { type: 'json' };
import { spell } from '../places/pinyin.ts';
import type { Dice } from './sample.dice.ts';

export interface Company {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly shortName: string;
}

export interface Companies {
  /** A tenant; never the same one twice. */
  tenant(kind: 'office' | 'shop'): Company;
  /** The company of a visitor; some come often. */
  visiting(): string;
}

export function createCompanies(dice: Dice): Companies {
  const pairs = (trades: readonly Trade[]) =>
    dice.shuffled(companies.brands.flatMap((brand) => trades.map((trade) => ({ brand, trade }))));
  const left = { office: pairs(companies.trades), shop: pairs(companies.shops) };
  return {
    tenant(kind) {
      const next = left[kind].pop();
      if (!next) throw new RangeError('the sample has more tenants than names');
      return named(next.brand, next.trade, dice.pick(companies.cities));
    },
    visiting() {
      if (dice.chance(4)) return dice.pick(companies.foreign);
      return named(dice.pick(companies.brands), dice.pick(companies.trades), dice.pick(companies.cities))
        .nameZh;
    },
  };
}

/** `plain` trades are no limited companies: shops, law firms, clinics. */
interface Trade {
  readonly zh: string;
  readonly en: string;
  readonly plain: boolean;
}

function named(brand: string, trade: Trade, city: Pick<Trade, 'zh' | 'en'>): Company {
  const latin = spell(brand, 'company').full;
  const brandEn = latin.charAt(0).toUpperCase() + latin.slice(1);
  const shortName = brand + trade.zh;
  if (trade.plain) return { nameZh: shortName, nameEn: `${brandEn} ${trade.en}`, shortName };
  return {
    nameZh: shortName + city.zh + companies.limited.zh,
    nameEn: `${brandEn} ${trade.en} ${city.en} ${companies.limited.en}`,
    shortName,
  };
}
