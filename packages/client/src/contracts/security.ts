/** The security dashboard, as the server judges and tells it: safe in a browser. */
export * from "@souk/api/contracts/authentication/security";
