/** Signing in: a pool of accounts, each try from an address of its own, as limits count by address. */
import { accounts, PASSWORD } from "../catalogue/accounts.ts";
import { restWrite, trpcMutation } from "./faces.ts";
import type { Calls } from "./scenario.ts";

const ADDRESSES = 512;

export const signIn = (accountCount: number): Calls => ({
  kind: "calls",
  endpoint: "sign-in",
  calls: (face) => {
    const pool = accounts(accountCount);
    return Array.from({ length: ADDRESSES }, (_, i) => {
      const input = { email: pool[i % pool.length]?.email ?? "", password: PASSWORD };
      const headers = { "X-Forwarded-For": `10.1.${i >> 8}.${i & 255}` };
      return face === "trpc"
        ? trpcMutation("authentication.login", input, headers)
        : restWrite("POST", "/auth/login/", { input, headers });
    });
  },
});
