/** What the address of the list of products carries. */
import { ProductStatus, StaffProductSort } from "@souk/client/contracts/product-admin";
import { judged, type RawSearch, textOf } from "../../shell/search-params.ts";

export interface ProductsSearch {
  readonly q?: string;
  readonly status?: ProductStatus;
  readonly category?: string;
  readonly brand?: string;
  readonly tag?: string;
  readonly stock?: "in" | "out";
  readonly sort?: StaffProductSort;
  readonly bin?: "yes";
}

export const readProductsSearch = (raw: RawSearch): ProductsSearch => {
  const { q, status, category, brand, tag, stock, sort, bin } = raw;
  const wanted = textOf(stock);
  return judged({
    q: textOf(q),
    status: ProductStatus.safeParse(textOf(status)).data,
    category: textOf(category),
    brand: textOf(brand),
    tag: textOf(tag),
    stock: wanted === "in" || wanted === "out" ? wanted : undefined,
    sort: StaffProductSort.safeParse(textOf(sort)).data,
    bin: textOf(bin) === "yes" ? ("yes" as const) : undefined,
  });
};
