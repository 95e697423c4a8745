/** The addresses of the catalogue: products, and what they are filed under. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readChosenSearch } from "./categories/search.ts";
import { readProductsSearch } from "./products/search.ts";
import { staff } from "./staff-route.ts";

const products = createRoute({
  getParentRoute: () => staff,
  path: "/products",
  validateSearch: readProductsSearch,
  component: lazyRouteComponent(() => import("./products/products-page.tsx"), "StaffProductsPage"),
});

const newProduct = createRoute({
  getParentRoute: () => staff,
  path: "/products/new",
  component: lazyRouteComponent(
    () => import("./products/new-product-page.tsx"),
    "StaffNewProductPage",
  ),
});

const product = createRoute({
  getParentRoute: () => staff,
  path: "/products/$id",
  component: lazyRouteComponent(() => import("./products/product-page.tsx"), "StaffProductPage"),
});

const categories = createRoute({
  getParentRoute: () => staff,
  path: "/categories",
  validateSearch: readChosenSearch,
  component: lazyRouteComponent(
    () => import("./categories/categories-page.tsx"),
    "StaffCategoriesPage",
  ),
});

const collections = createRoute({
  getParentRoute: () => staff,
  path: "/collections",
  component: lazyRouteComponent(
    () => import("./collections/collections-page.tsx"),
    "StaffCollectionsPage",
  ),
});

const collection = createRoute({
  getParentRoute: () => staff,
  path: "/collections/$id",
  component: lazyRouteComponent(
    () => import("./collections/collection-page.tsx"),
    "StaffCollectionPage",
  ),
});

const types = createRoute({
  getParentRoute: () => staff,
  path: "/product-types",
  validateSearch: readChosenSearch,
  component: lazyRouteComponent(() => import("./types/types-page.tsx"), "StaffTypesPage"),
});

const brands = createRoute({
  getParentRoute: () => staff,
  path: "/brands",
  component: lazyRouteComponent(() => import("./brands/brands-page.tsx"), "StaffBrandsPage"),
});

export const catalogue = [
  products,
  newProduct,
  product,
  categories,
  collections,
  collection,
  types,
  brands,
] as const;
