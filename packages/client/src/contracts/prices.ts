/** Prices, as the server judges and tells them: safe in a browser. */
export * from "@souk/api/contracts/prices";
