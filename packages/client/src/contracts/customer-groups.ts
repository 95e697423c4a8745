/** Groups of customers, as the server judges and tells them: safe in a browser. */
export * from "@souk/api/contracts/users/groups";
