/** The addresses of the catalogue: products, and what they are filed under. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
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

export const catalogue = [products, newProduct, product] as const;
