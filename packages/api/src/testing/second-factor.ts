/** Authenticator apps for tests: computed by their own few lines, not by what they test. */
import { createHmac } from "node:crypto";
import type {
  SecondFactorNeeded,
  SecondFactorProof,
} from "../authentication/second-factor/contract.ts";
import * as secondFactor from "../authentication/second-factor/service/index.ts";
import * as authentication from "../authentication/service/index.ts";
import type { Customer, RequestInfo } from "../kernel/context.ts";
import { freshClient, PASSWORD, registerCustomer, type TestCustomer } from "./accounts.ts";
import type { Shop } from "./index.ts";

const STEP_MS = 30_000;

export interface TestApp {
  readonly recoveryCodes: readonly string[];
  /** What the app shows `steps` of 30 seconds from the shop's now. */
  code(steps?: number): string;
}

/**
 * Switched on some time ago, so that the code that did it and those near it are past; and at the very
 * beginning of a step, so that no code grows old while a test runs.
 */
export async function enableTotp(shop: Shop, actor: Customer): Promise<TestApp> {
  const ctx = { ...shop.ctx({ request: freshClient() }), actor };
  const { secret } = await secondFactor.setUpTotp(ctx);
  const { codes } = await secondFactor.confirmTotp(ctx, { code: totpCode(secret, ctx.now()) });
  shop.advance(3 * STEP_MS - (shop.ctx().now().getTime() % STEP_MS));
  return { recoveryCodes: codes, code: (steps = 0) => totpCode(secret, shop.ctx().now(), steps) };
}

type Challenge = Pick<SecondFactorNeeded["second_factor"], "challenge">;

/** Signing in in two steps, in the shop of the moment. */
export function secondStepsOf(shopOf: () => Shop) {
  const ctx = (request: Partial<RequestInfo> = freshClient()) => shopOf().ctx({ request });
  return {
    async guarded(): Promise<{ customer: TestCustomer; app: TestApp }> {
      const customer = await registerCustomer(shopOf());
      return { customer, app: await enableTotp(shopOf(), customer.actor) };
    },

    /** The right password, and what it answers. */
    async begin({ email }: Pick<TestCustomer, "email">, password = PASSWORD) {
      const answer = await authentication.login(ctx(), { email, password });
      if (!("second_factor" in answer)) throw new Error("no second factor was asked for");
      return answer.second_factor;
    },

    step: ({ challenge }: Challenge, proof: SecondFactorProof, request?: Partial<RequestInfo>) =>
      authentication.loginSecondStep(ctx(request), { challenge, ...proof }),
  };
}

/** RFC 6238 of a secret in base32. */
export function totpCode(secret: string, now: Date, steps = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now.getTime() / STEP_MS) + steps));
  const mac = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter))
    .map((value) => value.toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
