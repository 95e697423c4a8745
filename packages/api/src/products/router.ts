/** The catalogue on the wire. */
import { rest } from "../kernel/rest.ts";
import { router, sharedProcedure } from "../kernel/trpc.ts";
import { Brand, BrandPage, BrandRef, ListBrandsInput } from "./brands/contract.ts";
import * as brands from "./brands/service/index.ts";
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
import { staffProductsRouter } from "./staff/router.ts";
import { translationsRouter } from "./translations/router.ts";
import { typesRouter } from "./types/router.ts";

export const productsRouter = router({
  staff: staffProductsRouter,
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
    .meta(
      rest("GET /v1/products/{id}/", "products", "Get one product by id or slug", {
        description: "Also by a slug that it had before; the answer tells its own.",
      }),
    )
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

  brands: sharedProcedure("catalog")
    .meta(rest("GET /v1/brands/", "products", "List brands by name"))
    .input(ListBrandsInput)
    .output(BrandPage)
    .query(({ ctx, input }) => brands.list(ctx, input)),

  brand: sharedProcedure("catalog")
    .meta(
      rest("GET /v1/brands/{slug}/", "products", "Get one brand", {
        description: "Also by a slug that it had before; the answer tells its own.",
      }),
    )
    .input(BrandRef)
    .output(Brand)
    .query(({ ctx, input }) => brands.get(ctx, input)),
});
