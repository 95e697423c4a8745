/** All variants that a product's options make possible, for a form to show as rows. Stores nothing. */
import { invalidField } from "../../../kernel/errors.ts";
import { normalise } from "../../../search/service/index.ts";
import { MAX_VARIANTS } from "../../fields.ts";
import type { StaffVariantInput, VariantMatrix, VariantMatrixInput } from "../contract.ts";

/**
 * In the order of the options. What the form has already stays as it is, with its id: under an option
 * that is new it stands for the first value, and of several that an option less makes alike the first
 * stays. Throws `too_many_variants`.
 */
export function variantMatrix({ options, variants, template }: VariantMatrixInput): VariantMatrix {
  const values = options.map((option) => [...new Set(option.values)]);
  const count = values.reduce((product, some) => product * some.length, 1);
  if (count > MAX_VARIANTS) {
    const message = `These are ${count} variants; a product has at most ${MAX_VARIANTS}.`;
    throw invalidField("options", "too_many_variants", message);
  }
  const firsts = values.map(([first = ""]) => first);
  const known = new Map<string, StaffVariantInput>();
  for (const variant of variants) {
    const standsFor = firsts.map((first, i) => variant.values[i] ?? first);
    const key = keyOf(standsFor);
    if (!known.has(key)) known.set(key, { ...variant, values: standsFor });
  }
  const chosen = combinations(values);
  const kept = chosen.flatMap((one) => known.get(keyOf(one))?.sku ?? []);
  const skuOf = skuMaker(template.sku, kept);
  return {
    variants: chosen.map(
      (one) => known.get(keyOf(one)) ?? { ...template, values: one, sku: skuOf(one) },
    ),
  };
}

const LONGEST_SKU = 255;

/** Each begins alike and tells its values; one that is there already gets a number behind it. */
function skuMaker(start: string | null, kept: readonly string[]) {
  const taken = new Set(kept);
  return (values: readonly string[]): string | null => {
    if (start === null) return null;
    const whole = [start, ...values.map(codeOf)].join("-");
    let sku = cut(whole, LONGEST_SKU);
    for (let count = 2; taken.has(sku); count += 1) {
      const number = `-${count}`;
      sku = `${cut(whole, LONGEST_SKU - number.length)}${number}`;
    }
    taken.add(sku);
    return sku;
  };
}

/** Leaves neither half a character nor a space at the end. */
const cut = (text: string, longest: number): string =>
  text
    .slice(0, longest)
    .replace(/\p{Cs}$/u, "")
    .trimEnd();

const keyOf = (values: readonly string[]): string => JSON.stringify(values);

const combinations = (options: readonly (readonly string[])[]): string[][] =>
  options.reduce<string[][]>(
    (made, values) => made.flatMap((head) => values.map((value) => [...head, value])),
    [[]],
  );

const codeOf = (value: string): string => normalise(value).replaceAll(" ", "").toUpperCase();
