/** Building blocks shared by every contract. Pure zod: safe to import in a browser. */
import * as z from "zod";

/** UUIDv7, made by the application. */
export const Id = z.uuid("Must be a valid id.");

/** ISO 8601 in UTC with milliseconds, e.g. "2026-03-01T09:30:00.000Z". */
export const Timestamp = z.iso.datetime({ precision: 3 });

export const CurrencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, "Use an ISO 4217 code, such as EUR.")
  .describe("ISO 4217 currency code");

export const CountryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, "Use an ISO 3166-1 alpha-2 code, such as FR.")
  .describe("ISO 3166-1 alpha-2 country code");

export const Money = z
  .object({
    amount: z.int().describe("Minor units: 1999 is 19.99 in EUR"),
    currency: CurrencyCode,
  })
  .meta({ id: "Money", description: "An exact amount in integer minor units of its currency." });
export type Money = z.infer<typeof Money>;

/** A required text a person typed: spaces around it do not count, control characters never belong. */
export const Text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "This field may not be blank.")
    .max(max, `Use at most ${max} characters.`)
    .refine(hasNoControlCharacters, "Control characters are not allowed.")
    .refine(isWellFormed, "Half a character is not allowed.");

/** The same, but it may be left empty. */
export const OptionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters.`)
    .refine(hasNoControlCharacters, "Control characters are not allowed.")
    .refine(isWellFormed, "Half a character is not allowed.");

function hasNoControlCharacters(text: string): boolean {
  return !/\p{Cc}/u.test(text);
}

/** PostgreSQL stores no surrogate without its pair. */
function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

/** The largest quantity of one variant in one cart. */
export const MAX_QUANTITY = 999;

export const Quantity = z
  .int("Use a whole number.")
  .min(1, "Must be at least 1.")
  .max(MAX_QUANTITY, `Must be at most ${MAX_QUANTITY}.`);

/** The largest page any list returns. */
export const MAX_PAGE_SIZE = 100;

export const PageInput = z.strictObject({
  cursor: z.string().max(500).optional().describe("`next_cursor` of the page before"),
  limit: z.int().min(1).max(MAX_PAGE_SIZE).default(24).describe("Rows a page"),
});

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    next_cursor: z.string().nullable().describe("Null on the last page"),
  });

export const NoInput = z.strictObject({}).optional();

export const Message = z.object({ message: z.string() });

/** BCP 47, such as `fr` or `pt-BR`. */
export const Locale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, "Use a language tag, such as fr or fr-CA.");

/** What a reader asks for; texts that are not translated come in a broader language or the store's own. */
export const ReadLocale = Locale.optional().describe(
  "Language of the texts; else that of `Accept-Language`, else the store's own",
);
