/** A rule as it is being put together, and as it is sent once it is whole. */
import { toDecimalString, toMinorUnits } from "@souk/client";
import { CollectionRule } from "@souk/client/contracts/collections";
import type { Attribute } from "@souk/client/contracts/product-types";

export type RuleField = CollectionRule["field"];
export type RuleOp = CollectionRule["op"];

export interface RuleDraft {
  readonly key: string;
  readonly field: RuleField;
  readonly op: RuleOp;
  /** Texts or ids to be compared with. */
  readonly values: readonly string[];
  /** A number, as it is typed. */
  readonly text: string;
  readonly yes: boolean;
  /** Of which attribute. */
  readonly code: string;
}

export const fieldWords: Readonly<Record<RuleField, string>> = {
  tag: "Tag",
  vendor: "Maker's name",
  product_type: "Product type",
  category: "Category",
  brand: "Brand",
  price: "Price",
  in_stock: "In stock",
  on_sale: "Reduced",
  rating: "Stars",
  created: "Made",
  published: "Published",
  attribute: "Attribute",
};

export const opWords: Readonly<Record<RuleOp, string>> = {
  any_of: "is any of",
  none_of: "is none of",
  at_least: "is at least",
  at_most: "is at most",
  is: "is",
  within_days: "within the last days:",
  before_days: "longer ago than days:",
};

const chosen = ["any_of", "none_of"] as const;
const bounds = ["at_least", "at_most"] as const;

export type RuleKind = "values" | "number" | "yes";

export function kindOf({ field, code }: RuleDraft, attributes: readonly Attribute[]): RuleKind {
  switch (field) {
    case "price":
    case "rating":
    case "created":
    case "published":
      return "number";
    case "in_stock":
    case "on_sale":
      return "yes";
    case "attribute":
      return attributes.find((one) => one.code === code)?.type === "number" ? "number" : "values";
    default:
      return "values";
  }
}

export function opsOf(rule: RuleDraft, attributes: readonly Attribute[]): readonly RuleOp[] {
  if (rule.field === "created" || rule.field === "published") return ["within_days", "before_days"];
  const kind = kindOf(rule, attributes);
  if (kind === "yes") return ["is"];
  return kind === "number" ? bounds : chosen;
}

let lastKey = 0;

export function newRule(): RuleDraft {
  lastKey += 1;
  return {
    ...{ key: `rule-${lastKey}`, field: "tag" as const, op: "any_of" as const },
    ...{ values: [], text: "", yes: true, code: "" },
  };
}

export function ruleDraftOf(rule: CollectionRule, currency: string): RuleDraft {
  const draft = { ...newRule(), field: rule.field, op: rule.op };
  if (rule.field === "price") {
    return { ...draft, text: toDecimalString({ amount: rule.value, currency }) };
  }
  if (typeof rule.value === "boolean") return { ...draft, yes: rule.value };
  if (typeof rule.value === "number") return { ...draft, text: String(rule.value) };
  if (Array.isArray(rule.value)) return { ...draft, values: rule.value };
  const { code } = rule.value;
  return "values" in rule.value
    ? { ...draft, code, values: rule.value.values }
    : { ...draft, code, text: String(rule.value.number) };
}

/** Null while something is missing in it. */
export function ruleOf(
  rule: RuleDraft,
  currency: string,
  attributes: readonly Attribute[],
): CollectionRule | null {
  const { field, op } = rule;
  return (
    CollectionRule.safeParse({ field, op, value: comparedWith(rule, currency, attributes) }).data ??
    null
  );
}

function comparedWith(
  rule: RuleDraft,
  currency: string,
  attributes: readonly Attribute[],
): unknown {
  const { field, values, text, yes, code } = rule;
  const number = text.trim() === "" ? Number.NaN : Number(text.replace(",", "."));
  const kind = kindOf(rule, attributes);
  if (field === "attribute") return kind === "number" ? { code, number } : { code, values };
  if (kind === "yes") return yes;
  if (kind === "values") return values;
  return field === "price" ? toMinorUnits(text, currency) : number;
}
