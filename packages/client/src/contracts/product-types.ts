/** Product types and attributes, as the server judges and tells them: safe in a browser. */
export * from "@souk/api/contracts/products/types";
