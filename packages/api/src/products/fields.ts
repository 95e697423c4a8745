/** What the fields of products, brands and categories may hold. Pure zod: safe in a browser. */
import * as z from "zod";
import { OptionalText, Text } from "../kernel/contract.ts";

const MAX_AMOUNT = 10_000_000_000;
/** The databases count stock in 32 bits, and its sums must fit too. */
const MAX_UNITS = 1_000_000_000;

/** The last part of an address, as staff writes it. */
export const Slug = (max: number) =>
  z
    .string()
    .min(1, "This field may not be blank.")
    .max(max, `Use at most ${max} characters.`)
    .regex(/^[\p{L}\p{M}\p{N}_-]+$/u, "Use letters, digits, hyphens and underscores only.");

/** All that something had before its slug of now. */
export const FormerSlugs = z.array(Slug(200)).max(1000, "Use at most 1000 former slugs.");

export const SeoInput = z.strictObject({
  title: OptionalText(255),
  description: OptionalText(1000),
});

export const Seo = z.object({ title: z.string(), description: z.string() });

/** Files write a product's tags in one cell, with commas between them. */
export const Tag = Text(60).refine((tag) => !tag.includes(","), "A tag holds no comma.");

/** Some tags, of any kind. */
export const tagsOf = <T extends z.ZodType<string>>(tag: T) =>
  z.array(tag).min(1, "Name at least one tag.").max(50);

/** Minor units. */
export const Amount = z
  .int("Use a whole number of minor units.")
  .min(0, "Must not be negative.")
  .max(MAX_AMOUNT, "This amount is too large.");

export const Units = z
  .int("Use a whole number.")
  .min(0, "Must not be negative.")
  .max(MAX_UNITS, "This number is too large.");

/** Of a parcel: a kilometre is enough. */
export const Millimetres = z
  .int("Use a whole number of millimetres.")
  .min(1, "Must be at least 1.")
  .max(1_000_000, "This length is too large.");

export const PictureUrl = z
  .string()
  .trim()
  .max(2048, "Use at most 2048 characters.")
  .refine(isPictureUrl, "Use an http(s) address or a path that begins with one slash.");

function isPictureUrl(text: string): boolean {
  if (/[\s\p{Cc}]/u.test(text)) return false;
  if (text.startsWith("/")) return !text.startsWith("//");
  return /^https?:$/.test(URL.parse(text)?.protocol ?? "");
}

/** Options of one product. */
export const MAX_OPTIONS = 3;
/** Variants of one product. */
export const MAX_VARIANTS = 1000;
/** Products related to one product. */
export const MAX_RELATIONS = 50;

export const RelationKind = z.enum(["related", "accessory", "upgrade"]);
