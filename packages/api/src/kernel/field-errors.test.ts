/** Errors name the field and speak to people. */
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { fieldErrorsOf } from "./field-errors.ts";

const schema = z.strictObject({
  name: z.string(),
  quantity: z.int(),
  gift: z.boolean().optional(),
  sort: z.enum(["newest", "price"]).optional(),
  lines: z.array(z.strictObject({ sku: z.string() })).optional(),
});

const errorsOf = (input: unknown) => {
  const { error } = schema.safeParse(input);
  return error === undefined ? {} : { ...fieldErrorsOf(error) };
};

describe("field errors", () => {
  it.each([
    [{ quantity: 1 }, { name: ["This field is required."] }],
    [
      { name: 5, quantity: "1" },
      { name: ["Must be text."], quantity: ["Must be a number."] },
    ],
    [{ name: "", quantity: 1.5 }, { quantity: ["Must be a whole number."] }],
    [{ name: "", quantity: 1, gift: "yes" }, { gift: ["Must be true or false."] }],
    [{ name: "", quantity: 1, sort: "age" }, { sort: ["Use one of: newest, price."] }],
    [{ name: "", quantity: 1, lines: {} }, { lines: ["Must be a list."] }],
    [
      { name: "", quantity: 1, lines: [{ sku: "a" }, {}] },
      { "lines.1.sku": ["This field is required."] },
    ],
    [{ name: "", quantity: 1, price: 1 }, { price: ["Unknown field."] }],
    [
      { name: "", quantity: 1, lines: [{ sku: "a", total: 1 }] },
      { "lines.0.total": ["Unknown field."] },
    ],
    [[], { non_field_errors: ["Must be an object."] }],
  ])("of %j are %j", (input, errors) => {
    expect(errorsOf(input)).toEqual(errors);
  });

  it("may be about a field named __proto__", () => {
    const input = JSON.parse('{"name": "", "quantity": 1, "__proto__": {"role": "owner"}}');
    expect(Object.keys(errorsOf(input))).toEqual(["__proto__"]);
  });
});
