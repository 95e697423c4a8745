/** The words of the document that belong to no single operation. */

export const description = `Everything a shop needs, over plain JSON.

**Addresses** end in a slash; without it they answer the same. Query parameters that take several values are repeated: \`?vendor=Atlas&vendor=Nord\`. Unknown fields and parameters are refused by name.

**Money** is \`{amount, currency}\` in integer minor units: 1999 is 19.99 in EUR. **Times** are ISO 8601 in UTC. **Lists** page by \`cursor\`: send \`next_cursor\` back until it is null.

**Signing in** answers an access token (\`Authorization: Bearer\`) and a refresh token, or, for browsers, an HttpOnly cookie. Guests keep their cart by the header \`Cart-Token\`.

**Errors** are problem details (RFC 9457). Field errors stand under \`errors\` and at the top level by their names; \`code\` is stable.`;

export const tagDescriptions: Readonly<Record<string, string>> = {
  core: "The service's own state.",
  stores: "The shop's public settings.",
  authentication: "Accounts: register, verify, sign in, stay signed in, sign out.",
  users: "A customer's own profile and address book.",
  products: "The catalogue: products, categories, filters, search.",
  imports: "Products from files, and into files.",
  media: "Pictures that were uploaded, for the catalogue and for reviews.",
  cart: "What somebody is about to buy.",
  orders: "Placing orders and looking back at them.",
  payments: "Ways of paying.",
  reviews: "What buyers say of products, and what the shop answers.",
};
