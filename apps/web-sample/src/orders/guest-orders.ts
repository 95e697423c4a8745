/** A guest's keys to orders: of those placed in this window, or opened in it from a mail. */

const KEY = "souk.guest_orders";

function read(): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as Record<string, string>;
  } catch {
    return {};
  }
}

export const guestOrders = {
  keep(number: string, accessToken: string): void {
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ ...read(), [number]: accessToken }));
    } catch {
      // Without storage the order can be seen until the page is left.
    }
  },
  /** Mails lead here with the key behind the `#`, where no server and no log sees it. */
  tokenInHash: (hash: string): string | null => new URLSearchParams(hash).get("token"),
  tokenOf: (number: string): string | undefined => read()[number],
};
