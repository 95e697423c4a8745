/** What rules are made of in this shop: its attributes, and the names behind ids. */
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { useBrands, useCategoryChoices, useProductTypes } from "../products/use-catalogue.ts";
import type { RuleField } from "./rule-draft.ts";

export function useRuleWords() {
  const { data: attributes } = useQuery(useTRPC().products.types.attributes.queryOptions());
  const { data: tree } = useQuery(useTRPC().products.tree.list.queryOptions());
  const paths = new Map(useCategoryChoices());
  const brands = useBrands();
  const types = useProductTypes();
  const named = (field: RuleField): readonly (readonly [string, string])[] => {
    if (field === "category") {
      return (tree?.items ?? []).map(({ id, slug, name }) => [id, paths.get(slug) ?? name]);
    }
    if (field === "brand" || field === "vendor") return brands.map(({ id, name }) => [id, name]);
    if (field === "product_type") return types.map(({ id, name }) => [id, name]);
    return [];
  };
  return { attributes: attributes?.items ?? [], named };
}
