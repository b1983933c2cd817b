// Rain mode 雨天模式 puts umbrellas in front. Pure.

/** The order stays as it is but for the rain gear, which comes first in the rain. */
export function rainFirst<Type extends { readonly rainGear: boolean }>(
  types: readonly Type[],
  rain: boolean,
): readonly Type[] {
  return rain ? types.toSorted((a, b) => Number(b.rainGear) - Number(a.rainGear)) : types;
}
