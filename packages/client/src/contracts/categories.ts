/** The tree of categories, as staff builds it: safe in a browser. */
export * from "@souk/api/contracts/products/categories";
