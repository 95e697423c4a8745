/** The commands about owners and the audit trail, each on a database file of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { access, appRouter, sealAudit } from "@souk/api";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { loadConfig } from "../config.ts";
import { openServices, type Services } from "../services.ts";
import { run } from "./main.ts";
import type { Input } from "./password.ts";

const folder = mkdtempSync(join(tmpdir(), "souk-owners-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PASSWORD = "a long enough secret";
let count = 0;
let environment: Record<string, string>;
beforeEach(() => {
  count += 1;
  environment = {
    SOUK_ENV: "testing",
    DATABASE_URL: `file:${join(folder, `${count}.db`)}`,
    SOUK_DATA_DIR: folder,
    SECRET_KEY: "9Vd3kq0mYw7Lr2Tz8Xb5Nc1Hs6Fj4Pg0",
  };
});

async function souk(typed: readonly string[], more: Record<string, string> = {}, input?: Input) {
  let said = "";
  let complained = "";
  const out = { write: (text: string) => (said += text) };
  const err = { write: (text: string) => (complained += text) };
  const terminal = { out, err, ...(input === undefined ? {} : { in: input }) };
  const code = await run(typed, { ...environment, ...more }, terminal);
  return { code, said, complained };
}

const piped = (text: string): Input => PassThrough.from([Buffer.from(text)]);

/** Keys as a terminal in raw mode sends them; what it was told about raw mode. */
function typing(...keys: string[]) {
  const raw: boolean[] = [];
  const stream = PassThrough.from(keys.map((key) => Buffer.from(key)));
  return {
    raw,
    input: Object.assign(stream, { isTTY: true, setRawMode: (on: boolean) => raw.push(on) }),
  };
}

const admin = (...more: string[]) => ["create-admin", "--email", "mona@example.com", ...more];
const withPassword = { SOUK_ADMIN_PASSWORD: PASSWORD };

async function inside<T>(work: (services: Services) => Promise<T>): Promise<T> {
  const services = await openServices(loadConfig(environment));
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}

const signIn = (email = "mona@example.com", password = PASSWORD) =>
  inside(async (services) => {
    const call = appRouter.createCaller(services.systemContext());
    const signedIn = await call.authentication.login({ email, password });
    if (!("access" in signedIn)) throw new Error("a second factor is asked for");
    const { request, ...rest } = services.systemContext();
    const ctx = await services.contextFor({
      ...rest,
      request: { ...request, id: "request-of-a-test" },
      credentials: { bearer: signedIn.access, sessionCookie: null },
    });
    const { permissions, roles } = await appRouter.createCaller(ctx).access.me();
    const { is_verified, ...user } = signedIn.user;
    return { ...user, is_verified, permissions, roles };
  });

const trail = () =>
  inside(async (services) => {
    const permissions = new Set(["audit:read" as const]);
    const actor = { kind: "api_key" as const, keyId: "", name: "", permissions };
    const ctx = { ...services.systemContext(), actor };
    return (await appRouter.createCaller(ctx).core.audit({})).items;
  });

describe("create-admin", () => {
  it("makes the first owner, verified, and records it as the system's act", async () => {
    const { code, said, complained } = await souk(
      admin("--username", "mona", "--first-name", "Mona", "--last-name", "Haddad"),
      withPassword,
    );
    expect([code, complained]).toEqual([0, ""]);
    expect(said).toBe("mona@example.com is an owner of Souk now.\n");
    const user = await signIn();
    expect(user).toMatchObject({
      ...{ is_verified: true, username: "mona", first_name: "Mona", last_name: "Haddad" },
      roles: [{ slug: "owner" }],
    });
    expect(user.permissions.length).toBeGreaterThan(10);
    const entries = await trail();
    expect(entries.find(({ action }) => action === "role.granted")).toMatchObject({
      actor: { kind: "system", id: null },
      subject: { type: "user", id: user.id },
    });
    expect(JSON.stringify(entries)).not.toContain(PASSWORD);
  });

  it("needs no more than an address", async () => {
    expect((await souk(admin(), withPassword)).code).toBe(0);
    expect(await signIn()).toMatchObject({ username: "mona", first_name: "Store" });
  });

  it("makes no second one unless that is asked for", async () => {
    await souk(admin(), withPassword);
    const second = ["create-admin", "--email", "nadia@example.com"];
    const refused = await souk(second, withPassword);
    expect([refused.code, refused.said]).toEqual([1, ""]);
    expect(refused.complained).toContain("has an owner already: mona@example.com");
    expect(refused.complained).toContain("--another");
    await expect(signIn("nadia@example.com")).rejects.toThrow();
    expect((await souk([...second, "--another"], withPassword)).code).toBe(0);
    expect((await signIn("nadia@example.com")).roles).toMatchObject([{ slug: "owner" }]);
  });

  it("makes an owner of somebody who is verified, and leaves their password alone", async () => {
    await souk(admin(), withPassword);
    await inside(async (services) => {
      const [owner] = await access.activeOwners(services.systemContext());
      const ctx = services.systemContext();
      const name = { username: "nadia", firstName: "Nadia", lastName: "Karim" };
      const { hashPassword } = (await import("@souk/api")).authentication;
      const passwordHash = await hashPassword("nadia's own secret");
      await access.appoint(ctx, "support", { email: "nadia@example.com", passwordHash, ...name });
      expect(owner).toBe("mona@example.com");
    });
    const promote = ["create-admin", "--email", "Nadia@example.com", "--another"];
    expect(await souk(promote)).toMatchObject({ code: 0, complained: "" });
    const nadia = await signIn("nadia@example.com", "nadia's own secret");
    expect(nadia.roles.map(({ slug }) => slug)).toEqual(["support", "owner"]);
  });

  it("does not trust an account that nobody verified: its password is replaced", async () => {
    await inside((services) =>
      appRouter.createCaller(services.systemContext()).authentication.register({
        ...{ email: "mona@example.com", username: "squatter", first_name: "X", last_name: "Y" },
        ...{ password: "that other person's own", password_confirm: "that other person's own" },
      }),
    );
    expect((await souk(admin(), withPassword)).code).toBe(0);
    await expect(signIn("mona@example.com", "that other person's own")).rejects.toThrow();
    expect(await signIn()).toMatchObject({ is_verified: true, username: "squatter" });
  });

  it("holds to the rules of a registration", async () => {
    const refusals: [string[], string, string][] = [
      [admin(), "short", "password: Use at least 8 characters."],
      [admin(), "password123", "too common"],
      [admin("--username", "montblanc"), "xx montblanc xx", "too similar"],
      [["create-admin", "--email", "nobody"], PASSWORD, "email: "],
      [admin("--username", "a b"), PASSWORD, "username: Use 3 to 40"],
      [admin("--first-name", "  "), PASSWORD, "first-name: This field may not be blank."],
    ];
    for (const [typed, password, message] of refusals) {
      const { code, said, complained } = await souk(typed, { SOUK_ADMIN_PASSWORD: password });
      expect([code, said]).toEqual([1, ""]);
      expect(complained).toContain(message);
      expect(complained).not.toContain(PASSWORD);
    }
    expect(await trail()).toEqual([]);
  });

  it("takes the password from a pipe", async () => {
    expect((await souk(admin(), {}, piped(`${PASSWORD}\n`))).code).toBe(0);
    expect((await signIn()).roles).toMatchObject([{ slug: "owner" }]);
    const none = await souk(admin("--another", "--email", "x@example.com"), {}, piped(""));
    expect(none).toMatchObject({ code: 1, complained: "It failed: no password was given\n" });
  });

  it("asks twice on a terminal, shows nothing, and lets mistakes be corrected", async () => {
    const { raw, input } = typing(
      "a long enough sekr",
      "\u007f\u007f",
      "cret\r\n",
      `${PASSWORD}\r`,
    );
    const { code, said, complained } = await souk(admin(), {}, input);
    expect([code, complained]).toEqual([0, "Password: \nAgain: \n"]);
    expect(said).not.toContain("secret");
    expect(raw).toEqual([true, false]);
    expect((await signIn()).roles).toMatchObject([{ slug: "owner" }]);
  });

  it("gives up when the two differ, or when it is told to", async () => {
    const differ = typing(`${PASSWORD}\r`, "another\r");
    expect((await souk(admin(), {}, differ.input)).complained).toContain("do not match");
    const stop = typing("a long\u0003");
    expect((await souk(admin(), {}, stop.input)).complained).toContain("given up");
    expect([differ.raw, stop.raw]).toEqual([
      [true, false],
      [true, false],
    ]);
    expect(await trail()).toEqual([]);
  });
});

describe("audit verify", () => {
  it("proves the trail, by a head that was kept, and fails when that is not in it", async () => {
    await souk(admin(), withPassword);
    expect((await souk(["audit", "verify"])).said).toContain("whole: 0 sealed entries");
    await inside(({ database, store, ports }) =>
      sealAudit(database.forStore(store.id), store.id, ports.secrets.audit),
    );
    const whole = await souk(["audit", "verify"]);
    expect(whole).toMatchObject({ code: 0, complained: "" });
    const [, head = ""] = /Head: ([0-9a-f]{64})/.exec(whole.said) ?? [];
    expect((await souk(["audit", "verify", "--expect", head])).code).toBe(0);
    const missing = await souk(["audit", "verify", "--expect", "f".repeat(64)]);
    expect(missing.code).toBe(1);
    expect(missing.said).toContain("the expected head is not in the trail");
    const other = { SECRET_KEY: "Xb5Nc1Hs6Fj4Pg09Vd3kq0mYw7Lr2Tz8" };
    const unreadable = await souk(["audit", "verify"], other);
    expect(unreadable.code).toBe(1);
    expect(unreadable.said).toContain("The audit trail is broken.");
  });
});

describe("what is typed wrong", () => {
  it.each([
    [["create-admin"], "Whose?"],
    [["create-admin", "mona@example.com", "--email", "x"], "takes no mona@example.com"],
    [["seed", "--another"], "--another belongs to create-admin."],
    [["audit"], "audit verify"],
    [["audit", "verify", "now"], "audit verify"],
    [["audit", "verify", "--expect", "x"], "64 hexadecimal digits"],
    [["migrate", "--expect", "x"], "--expect belongs to audit."],
    [admin("--password", PASSWORD), "--password"],
  ])("is explained: %j", async (typed, message) => {
    const { code, complained } = await souk(typed);
    expect(code).toBe(2);
    expect(complained).toContain(message);
  });
});
