/** Passkeys for tests: made by an authenticator in software, and added through the real services. */
import type { Passkey, PasskeyAnswer } from "../authentication/passkeys/contract.ts";
import * as passkeys from "../authentication/passkeys/service/index.ts";
import type { Actor, RequestInfo } from "../kernel/context.ts";
import { freshClient, registerCustomer, type TestCustomer } from "./accounts.ts";
import { type Making, type Signing, type SoftPasskey, softPasskey } from "./authenticator.ts";
import type { Shop } from "./index.ts";

export interface TestPasskey extends SoftPasskey {
  readonly passkey: Passkey;
  /** None: another factor guarded the account before. */
  readonly recoveryCodes: readonly string[];
}

export async function addPasskey(shop: Shop, actor: Actor, how?: Making): Promise<TestPasskey> {
  const calls = shop.as(actor, freshClient()).authentication.passkeys;
  const { challenge, options } = await calls.startCreation();
  const made = softPasskey(options, how);
  const input = { challenge, name: "My phone", passkey: made.created };
  const { recovery_codes, ...passkey } = await calls.add(input);
  return { ...made, passkey, recoveryCodes: recovery_codes ?? [] };
}

export type PasskeyOwner = TestCustomer & { readonly key: TestPasskey };

/** Signing in with passkeys, in the shop of the moment. */
export function passkeySignInsOf(shopOf: () => Shop) {
  const ctx = (request: Partial<RequestInfo> = freshClient()) => shopOf().ctx({ request });
  const begin = (request?: Partial<RequestInfo>) => passkeys.startSignIn(ctx(request));
  const finish = (challenge: string, passkey: PasskeyAnswer, request?: Partial<RequestInfo>) =>
    passkeys.signIn(ctx(request), { challenge, passkey });
  return {
    begin,
    finish,

    async owner(how?: Making): Promise<PasskeyOwner> {
      const customer = await registerCustomer(shopOf());
      return { ...customer, key: await addPasskey(shopOf(), customer.actor, how) };
    },

    async signIn(key: SoftPasskey, how?: Signing, request?: Partial<RequestInfo>) {
      const { challenge, options } = await begin(request);
      return finish(challenge, key.answer(options, how), request);
    },
  };
}
