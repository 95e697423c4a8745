/** What is held of a person, as the server judges and tells it: safe in a browser. */
export * from "@souk/api/contracts/privacy";
