/** Reading the catalogue: lists by category, product pages, searches. */
import { slugOf } from "../catalogue/drafts.ts";
import { searchTerms, shelves } from "../catalogue/words.ts";
import { restQuery, trpcQuery } from "./faces.ts";
import type { Calls } from "./scenario.ts";

const PAGE = 24;
/** Product pages are asked for in steps of a prime, so that neighbours do not share database pages. */
const PAGES = 500;
const STRIDE = 37;
/** So many products have something for each search. */
const WHOLE = 5000;

export const list: Calls = {
  kind: "calls",
  endpoint: "list",
  calls: (face) =>
    shelves.map(({ slug }) => {
      const input = { category: slug, limit: PAGE };
      return face === "trpc" ? trpcQuery("products.list", input) : restQuery("/products/", input);
    }),
};

/** A small catalogue has nothing for some searches of several words: those are left out there. */
export const search = (products: number): Calls => ({
  kind: "calls",
  endpoint: "search",
  calls: (face) =>
    searchTerms
      .filter((q) => products >= WHOLE || !q.includes(" "))
      .map((q) => {
        const input = { q, limit: PAGE };
        return face === "trpc" ? trpcQuery("products.list", input) : restQuery("/products/", input);
      }),
});

export const detail = (products: number): Calls => ({
  kind: "calls",
  endpoint: "detail",
  calls: (face) =>
    Array.from({ length: Math.min(PAGES, products) }, (_, i) => {
      const id = slugOf((i * STRIDE) % products);
      return face === "trpc" ? trpcQuery("products.get", { id }) : restQuery(`/products/${id}/`);
    }),
});
