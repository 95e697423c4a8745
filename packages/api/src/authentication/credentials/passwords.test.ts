/** Password hashes. */
import { describe, expect, it } from "vitest";
import { hashPassword, NOBODYS_HASH, verifyPassword } from "./passwords.ts";

const parametersOf = (hash: string): string => hash.split("$").slice(1, 4).join("$");

describe("a password", () => {
  it("is hashed by Argon2id with a salt of its own", async () => {
    const [one, two] = [await hashPassword("SecurePass123"), await hashPassword("SecurePass123")];
    expect(parametersOf(one)).toBe("argon2id$v=19$m=19456,t=2,p=1");
    expect(one).not.toBe(two);
  });

  it("costs nobody's account the same work", async () => {
    expect(parametersOf(NOBODYS_HASH)).toBe(parametersOf(await hashPassword("x")));
    expect(await verifyPassword(null, "x")).toBe(false);
  });

  it("is compared as a whole, with its spaces and letter case", async () => {
    const password = ` ${"x".repeat(99)}Y `;
    const hash = await hashPassword(password);
    expect(await verifyPassword(hash, password)).toBe(true);
    for (const other of [password.trim(), password.slice(0, 72), password.toLowerCase(), ""]) {
      expect(await verifyPassword(hash, other)).toBe(false);
    }
  });

  it("is the same however its accents were typed", async () => {
    const hash = await hashPassword("café-crème-2026");
    expect(await verifyPassword(hash, "café-crème-2026".normalize("NFD"))).toBe(true);
  });
});
