/** How often one client may call what needs no sign-in, whatever address or token it names. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshClient, registration } from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { actsOf } from "../testing/trail.ts";

const HOUR_MS = 3_600_000;
const tooMany = { code: "TOO_MANY_REQUESTS", message: expect.stringMatching(/^Too many requests/) };

describe.each(engines)("one client on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  type Calls = ReturnType<Shop["as"]>["authentication"];
  const callsOf = (client: ReturnType<typeof freshClient>): Calls =>
    shop.as({ kind: "anonymous" }, client).authentication;
  const email = () => `wanted.${freshClient().ip}@example.com`;
  const token = () => `no-such-token-${freshClient().ip}`;

  const recordedOf = async ({ ip }: ReturnType<typeof freshClient>) => {
    const refusals = await actsOf(shop, { action: "limit.reached" });
    const own = refusals.filter(
      ({ personal }) => personal !== null && Reflect.get(personal, "ip") === ip,
    );
    return own.map(({ details }) => details);
  };

  it.each([
    [60, "registers", "register", (calls: Calls) => calls.register(registration())],
    [
      30,
      "asks for another link",
      "resend_verification",
      (calls: Calls) => calls.resendVerification({ email: email() }),
    ],
    [30, "follows a link", "verify_email", (calls: Calls) => calls.verifyEmail({ token: token() })],
    [
      30,
      "follows a link in a browser",
      "verify_email",
      (c: Calls) => c.verifyEmailSession({ token: token() }),
    ],
    [
      30,
      "asks for a new password",
      "forgot_password",
      (calls: Calls) => calls.forgotPassword({ email: email() }),
    ],
  ])(
    "gets through %i times an hour when it %s, and no other waits for it",
    async (times, _, limit, call) => {
      const client = freshClient();
      const calls = callsOf(client);
      const attempt = () =>
        call(calls).then(
          () => null,
          (error: unknown) => error,
        );
      const first = await Promise.all(Array.from({ length: times }, attempt));
      for (const outcome of first) expect(outcome).not.toMatchObject(tooMany);
      expect(await attempt()).toMatchObject(tooMany);
      expect(await attempt()).toMatchObject(tooMany);
      expect(await recordedOf(client)).toEqual([{ limit }]);
      const other = await call(callsOf(freshClient())).catch((error: unknown) => error);
      expect(other).not.toMatchObject(tooMany);
      shop.advance(HOUR_MS);
      expect(await attempt()).not.toMatchObject(tooMany);
    },
  );
});
