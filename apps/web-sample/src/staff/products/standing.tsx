/** How a product stands with shoppers, in a word. */
import type { ProductStatus, StaffProductSummary } from "@souk/client/contracts/product-admin";
import type { ReactNode } from "react";
import { Badge } from "../ui/badge.tsx";

export const statusWords: Readonly<Record<ProductStatus, string>> = {
  draft: "Draft",
  active: "Active",
  archived: "Archived",
};

type Standing = Pick<
  StaffProductSummary,
  "status" | "is_published" | "published_at" | "unpublish_at" | "deleted_at"
>;

export function ProductBadge({ product }: { readonly product: Standing }): ReactNode {
  const { status, is_published, published_at, deleted_at } = product;
  if (deleted_at !== null) return <Badge tone="plain">In the bin</Badge>;
  if (is_published) return <Badge tone="good">In the shop</Badge>;
  if (status !== "active") return <Badge tone="plain">{statusWords[status]}</Badge>;
  // Active, and still not seen: its time is to come, or over.
  const toCome = published_at !== null && new Date(published_at) > new Date();
  return <Badge tone="waiting">{toCome ? "Planned" : "Over"}</Badge>;
}
