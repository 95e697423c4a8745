/** People for tests: registered, verified and signed in through the real services. */
import { emailVerifications } from "@souk/db/schema";
import { and, desc, eq } from "drizzle-orm";
import type { LoginInput, RegisterInput, SignedIn } from "../authentication/contract.ts";
import type { SecondFactorNeeded } from "../authentication/second-factor/contract.ts";
import * as authentication from "../authentication/service/index.ts";
import type { Context, Customer, RequestInfo } from "../kernel/context.ts";
import type { User } from "../users/contract.ts";
import { findByEmail } from "../users/service/index.ts";
import type { Shop } from "./index.ts";

export const PASSWORD = "SecurePass123";

export interface TestCustomer {
  readonly actor: Customer;
  readonly user: User;
  readonly email: string;
  readonly password: string;
  readonly access: string;
  readonly refresh: string;
}

let count = 0;

/** A valid registration that no other of this process equals. */
export function registration(overrides: Partial<RegisterInput> = {}): RegisterInput {
  count += 1;
  const password = overrides.password ?? PASSWORD;
  return {
    email: `amina.${count}@example.com`,
    username: `amina${count}`,
    password,
    password_confirm: password,
    first_name: "Amina",
    last_name: "Alaoui",
    marketing_consent: false,
    ...overrides,
  };
}

/** Registered, but the mail's link not yet followed. */
export async function registerUnverified(
  shop: Shop,
  overrides: Partial<RegisterInput> = {},
): Promise<RegisterInput> {
  const input = registration(overrides);
  await authentication.register(shop.ctx({ request: freshClient() }), input);
  return input;
}

/** Each from an address of its own, so that no test runs into another's limits. */
export async function registerCustomer(
  shop: Shop,
  overrides: Partial<RegisterInput> = {},
): Promise<TestCustomer> {
  const input = await registerUnverified(shop, overrides);
  const ctx = shop.ctx({ request: freshClient() });
  const token = await mailedToken(ctx, input.email);
  const { access, refresh, user } = await authentication.verifyEmail(ctx, { token });
  const actor = await authentication.actorOf(ctx, { bearer: access, sessionCookie: null });
  if (actor.kind !== "customer") throw new Error("the new customer is not signed in");
  return { actor, user, email: input.email, password: input.password, access, refresh };
}

/** By password, which is enough as long as no second factor guards the account. */
export const signIn = async (ctx: Context, input: LoginInput): Promise<SignedIn> =>
  finished(await authentication.login(ctx, input));

/** A sign-in that needs no second step. */
export function finished<T extends object>(answer: T | SecondFactorNeeded): T {
  if ("second_factor" in answer) throw new Error("a second factor is asked for");
  return answer;
}

/** The token in the newest mail to an address, as the mail's consumer derives it. */
export async function mailedToken(ctx: Context, email: string): Promise<string> {
  const user = await findByEmail(ctx, email);
  if (user === null) throw new Error(`nobody has the address ${email}`);
  const [row] = await ctx.db
    .select({ id: emailVerifications.id })
    .from(emailVerifications)
    .where(
      and(eq(emailVerifications.storeId, ctx.store.id), eq(emailVerifications.userId, user.id)),
    )
    .orderBy(desc(emailVerifications.id))
    .limit(1);
  const mail = row === undefined ? null : await authentication.verificationForMail(ctx, row.id);
  if (mail === null) throw new Error(`no link is on its way to ${email}`);
  return mail.token;
}

/** A client that nobody has seen before. */
export function freshClient(): Partial<RequestInfo> {
  count += 1;
  return { ip: `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}` };
}
