/** Keeps a guest's cart token from the call that says it to the call that signs in. */
import { signsIn } from "./session.ts";
import type { ClientStorage } from "./storage.ts";

const KEY = "souk.cart_token";

export interface GuestCart {
  headers(): Promise<Record<string, string>>;
  observe(path: string, data: unknown): Promise<void>;
  /** Runs calls that may make a cart one after the other until there is a token. */
  inTurn<T>(path: string, call: () => Promise<T>): Promise<T>;
}

function tokenIn(data: unknown): string | null {
  if (typeof data !== "object" || data === null || !("token" in data)) return null;
  return typeof data.token === "string" && data.token !== "" ? data.token : null;
}

export function openGuestCart(storage: ClientStorage): GuestCart {
  let lastAddition: Promise<unknown> = Promise.resolve();

  return {
    async headers() {
      const token = await storage.getItem(KEY);
      return token ? { "cart-token": token } : {};
    },

    async observe(path, data) {
      // The server has merged it into the account's own.
      if (signsIn(path, data)) return storage.removeItem(KEY);
      const token = path.startsWith("cart.") ? tokenIn(data) : null;
      if (token) await storage.setItem(KEY, token);
    },

    // Two first additions at once would make two carts, and one of them would be lost.
    async inTurn(path, call) {
      if (path !== "cart.addLine" || (await storage.getItem(KEY))) return call();
      const turn = lastAddition.then(call);
      lastAddition = turn.catch(() => undefined);
      return turn;
    },
  };
}
