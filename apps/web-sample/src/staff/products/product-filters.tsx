/** What narrows the list of products. All of it stands in the address. */
import { ProductStatus } from "@souk/client/contracts/product-admin";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FilterBar, FilterSelect, FilterText } from "../ui/filters.tsx";
import type { ProductsSearch } from "./search.ts";
import { statusWords } from "./standing.tsx";
import { useBrands, useCategoryChoices } from "./use-catalogue.ts";

const route = getRouteApi("/staff/products");

const statuses = ProductStatus.options.map((status) => [status, statusWords[status]] as const);

const sorts = [
  ["created", "Newest first"],
  ["title", "By title"],
] as const;

export function ProductFilters(): ReactNode {
  const { q, status, category, brand, tag, stock, sort, bin } = route.useSearch();
  const navigate = route.useNavigate();
  const categories = useCategoryChoices();
  const brands = useBrands();
  const set =
    <K extends keyof ProductsSearch>(name: K) =>
    (value: string | undefined): void => {
      void navigate({ search: (before) => ({ ...before, [name]: value }), replace: true });
    };
  return (
    <FilterBar>
      <FilterText
        label="Search"
        placeholder="Words, a SKU or a barcode"
        value={q}
        onChange={set("q")}
        className="col-span-2 sm:w-64"
      />
      <FilterSelect
        label="Status"
        all="Any"
        options={statuses}
        value={status}
        onChange={set("status")}
        className="sm:w-32"
      />
      <FilterSelect
        label="Category"
        all="All"
        options={categories}
        value={category}
        onChange={set("category")}
      />
      <FilterSelect
        label="Brand"
        all="All"
        options={brands.map(({ slug, name }) => [slug, name] as const)}
        value={brand}
        onChange={set("brand")}
      />
      <FilterText label="Tag" value={tag} onChange={set("tag")} className="sm:w-32" />
      <FilterSelect
        label="Stock"
        all="Any"
        options={[
          ["in", "In stock"],
          ["out", "Out of stock"],
        ]}
        value={stock}
        onChange={set("stock")}
        className="sm:w-32"
      />
      <FilterSelect
        label="Order"
        all="Changed last"
        options={sorts}
        value={sort}
        onChange={set("sort")}
        className="sm:w-36"
      />
      <FilterSelect
        label="Where"
        all="In the catalogue"
        options={[["yes", "In the bin"]]}
        value={bin}
        onChange={set("bin")}
        className="sm:w-40"
      />
    </FilterBar>
  );
}
