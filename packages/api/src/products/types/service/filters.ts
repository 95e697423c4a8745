/** What shoppers ask of attributes, as conditions on products. */
import { attributeValues, products } from "@souk/db/schema";
import { and, eq, gte, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import { invalidField } from "../../../kernel/errors.ts";
import { storable } from "../../service/storable.ts";
import type { AttributeRow } from "./attributes.ts";
import { thousandthsIn } from "./numbers.ts";

export interface AttributeCondition {
  readonly attributeId: string;
  readonly met: SQL;
  /** The values that were asked for; none of a number, which is asked for by its range. */
  readonly chosen: readonly string[];
}

/**
 * One condition for each attribute that is named. Throws `attribute_unknown` or `attribute_value_invalid`,
 * naming the place in the list.
 */
export function conditionsOf(
  storeId: string,
  known: readonly AttributeRow[],
  wanted: readonly string[],
): readonly AttributeCondition[] {
  const byCode = new Map(known.map((row) => [row.code, row]));
  const conditions = new Map<string, { readonly tests: SQL[]; readonly chosen: string[] }>();
  for (const [i, text] of wanted.entries()) {
    const [code = ""] = text.split(":", 1);
    const attribute = byCode.get(code);
    if (attribute === undefined || !attribute.isFilterable || code === text) {
      const message = `There is no attribute ${code} to filter by. Use code:value.`;
      throw invalidField(`attributes.${i}`, "attribute_unknown", message);
    }
    const value = text.slice(code.length + 1);
    const test = testOf(attribute, value);
    if (typeof test === "string") {
      throw invalidField(`attributes.${i}`, "attribute_value_invalid", test);
    }
    const { tests, chosen } = conditions.get(attribute.id) ?? { tests: [], chosen: [] };
    conditions.set(attribute.id, {
      tests: [...tests, test],
      chosen: attribute.type === "number" ? [] : [...chosen, storable(value)],
    });
  }
  return [...conditions].map(([attributeId, { tests, chosen }]) => ({
    attributeId,
    chosen,
    met: hasValue(storeId, sql`${attributeId}`, or(...tests)),
  }));
}

/** The product has a value of the attribute that passes the test. */
export const hasValue = (
  storeId: string,
  attributeId: SQL,
  test: SQL | undefined,
): SQL => sql`${products.id} in (
  select ${attributeValues.productId} from ${attributeValues}
  where ${eq(attributeValues.storeId, storeId)} and ${attributeValues.attributeId} = ${attributeId}
    and ${test})`;

/** The condition on a value, or what is wrong with what was asked. */
function testOf({ type, code }: AttributeRow, value: string): SQL | string {
  if (type === "number") return testOfNumber(value) ?? `Use ${code}:200 or ${code}:200..400.`;
  if (type === "boolean" && value !== "true" && value !== "false") {
    return `Use ${code}:true or ${code}:false.`;
  }
  return inArray(attributeValues.text, [storable(value)]);
}

function testOfNumber(value: string): SQL | undefined {
  const [from = "", to, ...more] = value.split("..");
  const low = from === "" ? undefined : thousandthsIn(from);
  const high = to === undefined ? low : to === "" ? undefined : thousandthsIn(to);
  if (low === null || high === null || more.length > 0) return undefined;
  return and(
    low === undefined ? undefined : gte(attributeValues.thousandths, low),
    high === undefined ? undefined : lte(attributeValues.thousandths, high),
  );
}
