/** What an access token proves, and every way of forging one. */
import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Context } from "../../kernel/context.ts";
import type { KeyRing } from "../../ports/secrets.ts";
import { ACCESS_TOKEN_SECONDS, issueAccessToken, readAccessToken } from "./access-tokens.ts";

const key = new Uint8Array(32).fill(1);
const claims = { userId: "user-1", sessionId: "session-1" };

const ring: KeyRing = [{ id: "k1", bytes: key }];

const at = (now: Date, { accessTokens = ring, storeId = "store-1" } = {}): Context =>
  ({
    store: { id: storeId },
    ports: { secrets: { accessTokens } },
    now: () => now,
  }) as unknown as Context;

const now = new Date("2026-03-01T09:30:00.000Z");
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const issue = (endsAt = later(86_400)): Promise<string> =>
  issueAccessToken(at(now), claims, endsAt);

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
const decode = (part = ""): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, "base64url").toString());
const partsOf = (token: string): { header: object; payload: Record<string, unknown> } => {
  const [header, payload] = token.split(".");
  return { header: decode(header), payload: decode(payload) };
};
const sign = (header: object, payload: object, hash = "sha256", by: Uint8Array = key): string => {
  const text = `${encode(header)}.${encode(payload)}`;
  return `${text}.${createHmac(hash, by).update(text).digest("base64url")}`;
};
const refused = { ok: false, reason: "token_invalid" };

describe("an access token", () => {
  it("names the session and the user, for this store", async () => {
    const token = await issue();
    expect(readAccessToken(at(now), token)).toEqual({ ok: true, claims });
    const { header, payload } = partsOf(token);
    expect(header).toEqual({ alg: "HS256", typ: "JWT", kid: "k1" });
    expect(payload).toEqual({
      iss: "souk",
      aud: ["store-1"],
      sub: "user-1",
      sid: "session-1",
      type: "access",
      jti: expect.any(String),
      iat: now.getTime() / 1000,
      exp: now.getTime() / 1000 + ACCESS_TOKEN_SECONDS,
    });
  });

  it("lives to the last millisecond of 15 minutes and not one longer", async () => {
    const token = await issue();
    expect(readAccessToken(at(new Date(later(900).getTime() - 1)), token).ok).toBe(true);
    expect(readAccessToken(at(later(900)), token)).toEqual({ ok: false, reason: "token_expired" });
  });

  it("does not outlive its session", async () => {
    const token = await issue(later(60));
    expect(readAccessToken(at(later(60)), token)).toEqual({ ok: false, reason: "token_expired" });
  });

  it("is refused by another store and under another key", async () => {
    const token = await issue();
    expect(readAccessToken(at(now, { storeId: "store-2" }), token)).toEqual(refused);
    for (const id of ["k1", "k2"]) {
      const accessTokens: KeyRing = [{ id, bytes: new Uint8Array(32).fill(9) }];
      expect(readAccessToken(at(now, { accessTokens }), token)).toEqual(refused);
    }
  });

  it("is still read after a new key took over, and no more when its own is taken away", async () => {
    const token = await issue();
    const newer = { id: "k2", bytes: new Uint8Array(32).fill(9) };
    const rotated: KeyRing = [newer, ...ring];
    expect(readAccessToken(at(now, { accessTokens: rotated }), token)).toEqual({
      ok: true,
      claims,
    });
    const next = await issueAccessToken(at(now, { accessTokens: rotated }), claims, later(60));
    expect(partsOf(next).header).toMatchObject({ kid: "k2" });
    expect(readAccessToken(at(now, { accessTokens: [newer] }), token)).toEqual(refused);
  });

  it("is not expired but invalid when its signature is wrong, however old it is", async () => {
    const token = await issue();
    expect(readAccessToken(at(later(9000)), `${token.slice(0, -3)}abc`)).toEqual(refused);
  });

  it("is refused with any one character changed", async () => {
    const token = await issue();
    for (let i = 0; i < token.length; i++) {
      const changed = token[i] === "A" ? "B" : "A";
      const forged = token.slice(0, i) + changed + token.slice(i + 1);
      expect(readAccessToken(at(now), forged), `character ${i}`).toEqual(refused);
    }
  });
});

describe("a forged access token is refused", () => {
  /** Signed with our own key, so that the header alone is wrong. */
  const withHeader = (t: string, change: object, hash?: "sha512") =>
    sign({ ...partsOf(t).header, ...change }, partsOf(t).payload, hash);
  const forgeries: readonly [string, (token: string) => string][] = [
    [
      "alg none without a signature",
      (t) => `${encode({ alg: "none", typ: "JWT" })}.${t.split(".")[1]}.`,
    ],
    [
      "alg none in front of our signature",
      (t) => `${encode({ alg: "none", typ: "JWT" })}.${t.split(".").slice(1).join(".")}`,
    ],
    ["alg none that we signed", (t) => withHeader(t, { alg: "none" })],
    ["HS512", (t) => withHeader(t, { alg: "HS512" }, "sha512")],
    ["HS512 in name only", (t) => withHeader(t, { alg: "HS512" })],
    ["RS256 signed with the secret", (t) => withHeader(t, { alg: "RS256" })],
    ["another type of token", (t) => withHeader(t, { typ: "at+jwt" })],
    ["no type of token", (t) => withHeader(t, { typ: undefined })],
    ["a key of its own in the header", (t) => withHeader(t, { jwk: { kty: "oct", k: "AA" } })],
    ["a key id in the header", (t) => withHeader(t, { kid: "../../dev/null" })],
    [
      "an empty key",
      (t) => sign(partsOf(t).header, partsOf(t).payload, "sha256", new Uint8Array()),
    ],
    [
      "another user",
      (t) =>
        `${t.split(".")[0]}.${encode({ ...partsOf(t).payload, sub: "user-2" })}.${t.split(".")[2]}`,
    ],
    ["no signature", (t) => t.split(".").slice(0, 2).join(".")],
    ["a fourth part", (t) => `${t}.AAAA`],
    ["padding after the signature", (t) => `${t}=`],
    ["nothing", () => ""],
    ["dots", () => ".."],
    ["rubbish", () => "rubbish"],
  ];
  it.each(forgeries)("%s", async (_name, forge) => {
    expect(readAccessToken(at(now), forge(await issue()))).toEqual(refused);
  });

  const changes: readonly [string, object][] = [
    ["a refresh token's type", { type: "refresh" }],
    ["no type", { type: undefined }],
    ["another issuer", { iss: "else" }],
    ["another audience", { aud: ["store-2"] }],
    ["one audience too many", { aud: ["store-1", "store-2"] }],
    ["no audience", { aud: undefined }],
    ["no expiry", { exp: undefined }],
    ["an expiry in words", { exp: "never" }],
    ["an expiry in a year", { exp: later(31_536_000).getTime() / 1000 }],
    [
      "an issue in the future",
      { iat: later(900).getTime() / 1000, exp: later(1000).getTime() / 1000 },
    ],
    ["a beginning in the future", { nbf: later(600).getTime() / 1000 }],
    ["no issue", { iat: undefined }],
    ["no subject", { sub: undefined }],
    ["no session", { sid: undefined }],
    ["a session that is no text", { sid: 7 }],
    ["no id", { jti: undefined }],
  ];
  it.each(changes)("even under our key: %s", async (_name, change) => {
    const { header, payload } = partsOf(await issue());
    expect(readAccessToken(at(now), sign(header, payload)).ok).toBe(true);
    expect(readAccessToken(at(now), sign(header, { ...payload, ...change }))).toEqual(refused);
  });
});
