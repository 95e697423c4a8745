/** Products as staff keeps them: inputs of forms, and what they are filled with. */
export * from "@souk/api/contracts/products/staff";
