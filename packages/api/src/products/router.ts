/** The catalogue on the wire. */
import { rest } from "../kernel/rest.ts";
import { router, sharedProcedure } from "../kernel/trpc.ts";
import { treeRouter } from "./categories/router.ts";
import { collectionsRouter } from "./collections/router.ts";
import {
  CategoriesInput,
  CategoryDetail,
  CategoryList,
  CategoryRef,
  Facets,
  FacetsInput,
  ListProductsInput,
  Product,
  ProductPage,
  ProductRef,
  SuggestInput,
  Suggestions,
} from "./contract.ts";
import * as products from "./service/index.ts";
import { translationsRouter } from "./translations/router.ts";
import { typesRouter } from "./types/router.ts";

export const productsRouter = router({
  collections: collectionsRouter,
  translations: translationsRouter,
  tree: treeRouter,
  types: typesRouter,

  list: sharedProcedure("catalog")
    .meta(rest("GET /v1/products/", "products", "List, filter, sort and search products"))
    .input(ListProductsInput)
    .output(ProductPage)
    .query(({ ctx, input }) => products.list(ctx, input)),

  facets: sharedProcedure("catalog")
    .meta(rest("GET /v1/product-facets/", "products", "Count what each filter would leave"))
    .input(FacetsInput)
    .output(Facets)
    .query(({ ctx, input }) => products.facets(ctx, input)),

  suggest: sharedProcedure("catalog")
    .meta(rest("GET /v1/product-suggestions/", "products", "Complete what somebody is typing"))
    .input(SuggestInput)
    .output(Suggestions)
    .query(({ ctx, input }) => products.suggest(ctx, input)),

  get: sharedProcedure("catalog", "stock")
    .meta(rest("GET /v1/products/{id}/", "products", "Get one product by id or slug"))
    .input(ProductRef)
    .output(Product)
    .query(({ ctx, input }) => products.get(ctx, input)),

  categories: sharedProcedure("catalog")
    .meta(rest("GET /v1/categories/", "products", "List all categories, parents first"))
    .input(CategoriesInput)
    .output(CategoryList)
    .query(({ ctx, input }) => products.categories(ctx, input)),

  category: sharedProcedure("catalog")
    .meta(
      rest("GET /v1/categories/{slug}/", "products", "Get one category and its children", {
        description: "Also by a slug that it had before; the answer tells its own.",
      }),
    )
    .input(CategoryRef)
    .output(CategoryDetail)
    .query(({ ctx, input }) => products.category(ctx, input)),
});
