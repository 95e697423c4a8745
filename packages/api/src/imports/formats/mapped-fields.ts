/** The fields of a record by a mapping's rules; what they cannot mean is kept with the path it came from. */
import { isDeepStrictEqual } from "node:util";
import { parseAmount } from "../../kernel/money.ts";
import type { Mapping, MappingRule } from "../contract.ts";

type Field = keyof Mapping["product"];

interface Rule {
  readonly from?: string | readonly string[] | undefined;
  readonly as?: "text" | "slug" | "title_case" | "paragraph" | undefined;
  readonly times?: number | undefined;
  readonly before_discount?: string | undefined;
  readonly value?: string | number | undefined;
}

export class MappedFields {
  readonly problems: { readonly column: string; readonly message: string }[] = [];
  readonly #json: unknown;
  readonly #rules: Mapping["product"];
  readonly #currency: string;

  constructor(json: unknown, rules: Mapping["product"], currency: string) {
    this.#json = json;
    this.#rules = rules;
    this.#currency = currency;
  }

  /** The path that a field of the draft was found at. */
  originOf(field: string): string {
    const name = field.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`) as Field;
    return pathOf(this.#ruleOf(name)) || name;
  }

  refuse(field: Field, message: string): void {
    this.#refuse(this.#ruleOf(field), message);
  }

  /** Empty where nothing is found. */
  text(field: Field): string {
    const rule = this.#ruleOf(field);
    const found = this.#found(rule);
    if (found === undefined || found === null) return "";
    if (typeof found === "object") {
      this.#refuse(rule, "A text is expected here.");
      return "";
    }
    return styled(String(found).trim(), rule?.as);
  }

  texts(field: Field): string[] {
    const rule = this.#ruleOf(field);
    const found = this.#found(rule);
    if (found === undefined || found === null) return [];
    const all: unknown[] = Array.isArray(found) ? found : [found];
    return [...new Set(all.map((one) => styled(String(one).trim(), rule?.as)))].filter(Boolean);
  }

  /** Rounded, after it was multiplied; null where nothing is found. */
  whole(field: Field): number | null {
    const rule = this.#ruleOf(field);
    const found = this.#found(rule);
    if (found === undefined || found === null || found === "") return null;
    const number = Number(found);
    if (typeof found !== "object" && Number.isFinite(number)) {
      return Math.round(number * (rule?.times ?? 1));
    }
    this.#refuse(rule, `${JSON.stringify(found)} is not a number.`);
    return null;
  }

  /** Minor units; null where nothing is found. */
  amount(field: Field): number | null {
    const rule = this.#ruleOf(field);
    const found = this.#found(rule);
    if (found === undefined || found === null || found === "") return null;
    const amount = typeof found === "object" ? null : parseAmount(String(found), this.#currency);
    if (amount === null) {
      const shown = JSON.stringify(found);
      this.#refuse(rule, `${shown} is not an amount in ${this.#currency}, such as 19.99.`);
      return null;
    }
    return rule?.before_discount === undefined
      ? amount
      : this.#undiscounted(amount, rule.before_discount);
  }

  /** What it cost before so many percent were taken off; null where nothing was. */
  #undiscounted(amount: number, path: string): number | null {
    const hundredths = Math.round(Number(at(this.#json, path) ?? 0) * 100);
    if (!(hundredths > 0 && hundredths < 10_000)) return null;
    return Math.round((amount * 10_000) / (10_000 - hundredths));
  }

  /** The objects of a list at a path; none where there is no list. */
  listAt(path: string): readonly unknown[] {
    const found = at(this.#json, path);
    return Array.isArray(found) ? found : [];
  }

  #ruleOf(field: Field): Rule | undefined {
    const rule: MappingRule | undefined = this.#rules[field];
    return typeof rule === "string" ? { from: rule } : rule;
  }

  #found(rule: Rule | undefined): unknown {
    if (rule === undefined) return undefined;
    const { from, value } = rule;
    if (from === undefined) return value;
    if (typeof from === "string") return at(this.#json, from);
    return from.map((path) => at(this.#json, path) ?? "").join(" ");
  }

  #refuse(rule: Rule | undefined, message: string): void {
    const problem = { column: pathOf(rule), message };
    // Two fields may be made of one member.
    if (this.problems.some((one) => isDeepStrictEqual(one, problem))) return;
    this.problems.push(problem);
  }
}

const pathOf = (rule: Rule | undefined): string => [rule?.from ?? []].flat().join(", ");

/** What lies at a path such as `meta.barcode`; own members only. */
export function at(json: unknown, path: string): unknown {
  let value = json;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

function styled(text: string, as: Rule["as"]): string {
  if (as === "slug") return slugOf(text);
  if (as === "title_case") return text.replace(/[-_]+/g, " ").replace(/(^|\s)\p{L}/gu, upper);
  if (as === "paragraph") return text === "" ? "" : `<p>${escaped(text)}</p>`;
  return text;
}

const upper = (text: string): string => text.toUpperCase();

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const slugOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
