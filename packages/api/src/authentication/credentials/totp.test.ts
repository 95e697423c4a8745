/** Codes as RFC 6238 computes them, for how long they are right, and how apps are told the secret. */
import { expect, it } from "vitest";
import { totpCode } from "../../testing/second-factor.ts";
import { newTotpSecret, totpSecretText, totpStepOf, totpUri } from "./totp.ts";

const rfcSecret = new Uint8Array(Buffer.from("12345678901234567890"));
const STEP = 30_000;

it.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("the code of second %i is the one in RFC 6238", async (second, code) => {
  expect(await totpStepOf(rfcSecret, code, new Date(second * 1000))).toBe(Math.floor(second / 30));
});

it("a code is right for its step of 30 seconds and the one on either side", async () => {
  const secret = newTotpSecret();
  const step = 50_000_000;
  const code = totpCode(totpSecretText(secret), new Date(step * STEP));
  const seen = (steps: number) => totpStepOf(secret, code, new Date((step + steps) * STEP));
  for (const steps of [-1, 0, 1]) expect(await seen(steps)).toBe(step);
  for (const steps of [-2, 2]) expect(await seen(steps)).toBeNull();
  expect(await totpStepOf(secret, code, new Date((step + 2) * STEP - 1))).toBe(step);
});

it.each(["", "12345", "1234567", "abcdef"])("%j is no code", async (text) => {
  expect(await totpStepOf(rfcSecret, text, new Date(59_000))).toBeNull();
});

it("secrets have 160 bit, and no two are alike", () => {
  const made = new Set(Array.from({ length: 50 }, () => totpSecretText(newTotpSecret())));
  expect(made.size).toBe(50);
  for (const text of made) expect(text).toMatch(/^[A-Z2-7]{32}$/);
});

it("the address for the QR code names the store and the account in the way apps read it", () => {
  const secret = totpSecretText(rfcSecret);
  expect(totpUri({ issuer: "Salt & Pepper: no. 1", account: "a+b@example.com" }, rfcSecret)).toBe(
    `otpauth://totp/Salt%20%26%20Pepper%20no.%201:a%2Bb%40example.com?secret=${secret}&issuer=Salt%20%26%20Pepper%20no.%201`,
  );
});
