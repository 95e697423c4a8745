/** What the building blocks of contracts take and refuse. */
import { describe, expect, test } from "vitest";
import { OptionalText, Text } from "./contract.ts";

describe.each([
  ["a text", Text(20)],
  ["a text that may be empty", OptionalText(20)],
])("%s", (_what, schema) => {
  test.each(["Tea", " Tea ", "\u{1f375}", "e\u0301"])("may be %j", (text) => {
    expect(schema.safeParse(text)).toMatchObject({ success: true, data: text.trim() });
  });

  test.each(["\ud83c", "a\udf75b", "\udf75\ud83c", "a\u0000", "a\nb"])("may not be %j", (text) => {
    expect(schema.safeParse(text).success).toBe(false);
  });
});
