/** The documented flow through the procedures: what is said, and who may say it. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DomainError } from "../kernel/errors.ts";
import { finished, freshClient, mailedToken, PASSWORD, registration } from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { RegisterInput } from "./contract.ts";
import { actorOf } from "./service/index.ts";

const nobody = { kind: "anonymous" } as const;

describe.each(engines)("the accounts' procedures on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const anybody = () => shop.as(nobody, freshClient());
  const bearer = async (access: string) =>
    shop.as(await actorOf(shop.ctx(), { bearer: access, sessionCookie: null }));

  it("register, verify, sign in, act, refresh and sign out", async () => {
    const input = registration();
    await anybody().authentication.register(input);
    await expect(
      anybody().authentication.login({ email: input.email, password: PASSWORD }),
    ).rejects.toMatchObject({ code: "BAD_REQUEST", message: "User account is not active" });

    const token = await mailedToken(shop.ctx(), input.email);
    const verified = await anybody().authentication.verifyEmail({ token });
    expect(await (await bearer(verified.access)).users.me()).toEqual(verified.user);

    const signedIn = finished(
      await anybody().authentication.login({ email: input.email, password: PASSWORD }),
    );
    const fresh = await anybody().authentication.refresh({ refresh: signedIn.refresh });
    expect(await (await bearer(fresh.access)).users.me()).toEqual(verified.user);

    await (await bearer(fresh.access)).authentication.logout({ refresh: fresh.refresh });
    await expect((await bearer(fresh.access)).users.me()).rejects.toMatchObject({
      code: "UNAUTHORIZED",
      message: "The session has ended. Sign in again.",
    });
    expect(await (await bearer(verified.access)).users.me()).toEqual(verified.user);
  });

  it("answer refusals under their own codes", async () => {
    const expectCode = async (call: Promise<unknown>, code: string, reason: string) => {
      const error = await call.then(
        () => null,
        (error: unknown) => error,
      );
      expect(error).toMatchObject({ code });
      const cause: unknown = Reflect.get(error as object, "cause");
      expect(cause instanceof DomainError ? cause.reason : null).toBe(reason);
    };
    const wrong = { email: "code@example.com", password: "not this one" };
    const { authentication } = anybody();
    await expectCode(authentication.login(wrong), "BAD_REQUEST", "invalid_credentials");
    for (let i = 0; i < 2; i++) await authentication.login(wrong).catch(() => undefined);
    await expectCode(authentication.login(wrong), "TOO_MANY_REQUESTS", "too_many_failed_logins");
    await expectCode(
      authentication.startSession(wrong),
      "TOO_MANY_REQUESTS",
      "too_many_failed_logins",
    );
    await expectCode(
      authentication.verifyEmail({ token: "x" }),
      "BAD_REQUEST",
      "verification_token_invalid",
    );
    await expectCode(
      authentication.refresh({ refresh: "x" }),
      "UNAUTHORIZED",
      "refresh_token_invalid",
    );
    await expectCode(anybody().users.me(), "UNAUTHORIZED", "sign_in_required");
  });

  it("let somebody whose token has expired sign in again", async () => {
    const input = registration();
    await anybody().authentication.register(input);
    const token = await mailedToken(shop.ctx(), input.email);
    const { access } = await anybody().authentication.verifyEmail({ token });
    shop.advance(16 * 60_000);
    const stale = await bearer(access);
    await expect(stale.users.me()).rejects.toMatchObject({ message: "The token has expired." });
    await stale.authentication.login({ email: input.email, password: PASSWORD });
  });

  it("take no member that is not documented", async () => {
    const extra = { ...registration(), is_verified: true, store_id: "x" };
    await expect(anybody().authentication.register(extra)).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });
});

describe("a registration", () => {
  const problems = (overrides: object): readonly string[] => {
    const { error } = RegisterInput.safeParse({ ...registration(), ...overrides });
    return (error?.issues ?? []).map(({ path }) => path.join("."));
  };
  const withPassword = (password: string) => ({ password, password_confirm: password });

  it("takes passwords of 8 to 128 characters of any kind", () => {
    for (const password of ["8 letter", "🐘".repeat(128), "é".normalize("NFD").repeat(128)]) {
      expect(problems(withPassword(password))).toEqual([]);
    }
    for (const password of ["7 lette", "🐘".repeat(7), "x".repeat(129)]) {
      expect(problems(withPassword(password))).toEqual(["password"]);
    }
  });

  it("says which field is wrong", () => {
    expect(problems({ email: "nobody" })).toEqual(["email"]);
    expect(problems({ username: "a b" })).toEqual(["username"]);
    expect(problems({ password_confirm: "another" })).toEqual(["password_confirm"]);
    expect(problems({ first_name: "a\nb", phone: "0600" })).toEqual(["first_name", "phone"]);
  });
});
