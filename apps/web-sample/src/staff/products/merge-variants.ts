/** The variants that changed options make possible, each with what was typed for it already. */
import type { StaffVariantInput } from "@souk/client/contracts/product-admin";
import { emptyVariant, type OptionDraft, type VariantDraft } from "./draft.ts";

const keyOf = (values: readonly string[]): string => JSON.stringify(values);

/** Options that a matrix can be made of: named, and with something to choose. */
export const usable = (options: readonly OptionDraft[]): readonly OptionDraft[] =>
  options.filter(({ name, values }) => name.trim() !== "" && values.length > 0);

/** The same variants under options that were added, moved or taken out: each value with its option. */
export function realigned(
  variants: readonly VariantDraft[],
  before: readonly OptionDraft[],
  after: readonly OptionDraft[],
): readonly VariantDraft[] {
  const places = after.map(({ key }) => before.findIndex((option) => option.key === key));
  return variants.map((variant) => ({
    ...variant,
    values: places.map((place, i) => variant.values[place] ?? after[i]?.values[0] ?? ""),
  }));
}

/**
 * `made` is what the server says there is. One that is new begins like the first; one that could have
 * been there before was left out on purpose, and stays so.
 */
export function mergeVariants(
  made: readonly Pick<StaffVariantInput, "values" | "sku">[],
  typed: readonly VariantDraft[],
): readonly VariantDraft[] {
  const known = new Map<string, VariantDraft>();
  for (const variant of typed) {
    const key = keyOf(variant.values);
    if (!known.has(key)) known.set(key, variant);
  }
  const [like] = typed;
  const wasPossible = (values: readonly string[]): boolean =>
    values.every((value, i) => typed.some((variant) => variant.values[i] === value));
  return made.map(({ values, sku }) => {
    const old = known.get(keyOf(values));
    if (old === undefined) return { ...begun(values, sku, like), leftOut: wasPossible(values) };
    return old.sku === "" ? { ...old, sku: sku ?? "" } : old;
  });
}

function begun(
  values: readonly string[],
  sku: string | null,
  like: VariantDraft | undefined,
): VariantDraft {
  const fresh = { ...emptyVariant(values), sku: sku ?? "" };
  if (like === undefined) return fresh;
  const { price, compareAt, weight, length, width, height, digital, taxable, counted } = like;
  return {
    ...fresh,
    ...{ price, compareAt, weight, length, width, height, digital, taxable, counted },
    others: like.others,
    hsCode: like.hsCode,
  };
}
