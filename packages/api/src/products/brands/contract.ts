/** Brands: for shoppers a page each, for staff the one place where a maker's name is kept. */
import * as z from "zod";
import {
  Id,
  OptionalText,
  PageInput,
  pageOf,
  ReadLocale,
  Text,
  Timestamp,
} from "../../kernel/contract.ts";
import { PictureUrl, Seo, SeoInput, Slug } from "../fields.ts";

const shared = {
  id: Id,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  logo_url: z.string().nullable(),
  seo: Seo,
};

export const Brand = z
  .object({ ...shared, product_count: z.int().describe("Published products") })
  .meta({ id: "Brand" });
export type Brand = z.infer<typeof Brand>;

export const BrandPage = pageOf(Brand);
export type BrandPage = z.infer<typeof BrandPage>;

export const ListBrandsInput = z.strictObject({ ...PageInput.shape, locale: ReadLocale });
export type ListBrandsInput = z.infer<typeof ListBrandsInput>;

export const BrandRef = z.strictObject({
  slug: z.string().min(1).max(200),
  locale: ReadLocale,
});
export type BrandRef = z.infer<typeof BrandRef>;

export const StaffBrand = z
  .object({
    ...shared,
    product_count: z.int().describe("All its products, in the bin too"),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({ id: "StaffBrand" });
export type StaffBrand = z.infer<typeof StaffBrand>;

export const StaffBrandPage = pageOf(StaffBrand);
export type StaffBrandPage = z.infer<typeof StaffBrandPage>;

export const ListStaffBrandsInput = z.strictObject({
  ...PageInput.shape,
  q: z.string().trim().max(100).optional().describe("How the name begins"),
});
export type ListStaffBrandsInput = z.infer<typeof ListStaffBrandsInput>;

export const StaffBrandRef = z.strictObject({ id: Id });
export type StaffBrandRef = z.infer<typeof StaffBrandRef>;

export const CreateBrandInput = z.strictObject({
  name: Text(120),
  slug: Slug(200).optional().describe("Made of the name when absent"),
  description: OptionalText(2000).default(""),
  logo_url: PictureUrl.nullable().default(null),
  seo: SeoInput.default({ title: "", description: "" }),
});
export type CreateBrandInput = z.infer<typeof CreateBrandInput>;

export const UpdateBrandInput = z.strictObject({
  id: Id,
  name: Text(120).optional(),
  slug: Slug(200).optional(),
  description: OptionalText(2000).optional(),
  logo_url: PictureUrl.nullable().optional(),
  seo: SeoInput.optional(),
});
export type UpdateBrandInput = z.infer<typeof UpdateBrandInput>;
