/** Staff and API keys for tests, made through the real services. */
import { appoint, createApiKey, createRole } from "../access/service/index.ts";
import * as authentication from "../authentication/service/index.ts";
import type { ApiKeyActor, Context, Customer } from "../kernel/context.ts";
import { permissions as allPermissions, type Permission } from "../kernel/permissions.ts";
import { freshClient, registerCustomer, type TestCustomer } from "./accounts.ts";
import type { Shop } from "./index.ts";

/** Somebody who has just signed in and holds these roles, named by their slugs. */
export async function registerStaff(
  shop: Shop,
  ...slugs: readonly string[]
): Promise<TestCustomer> {
  const customer = await registerCustomer(shop);
  for (const slug of slugs) await giveRole(shop, customer.email, slug);
  return { ...customer, actor: await customerOf(shop, customer.access) };
}

/** Somebody who holds exactly these permissions, by a role of their own. */
export async function registerWith(
  shop: Shop,
  ...permissions: readonly Permission[]
): Promise<TestCustomer> {
  const name = `Role of a test ${++made}`;
  const ctx = withEverything(shop);
  const { slug } = await createRole(ctx, { name, description: "", permissions: [...permissions] });
  return registerStaff(shop, slug);
}

/** As the command line does it. */
export async function giveRole(shop: Shop, email: string, slug: string): Promise<void> {
  const nobody = { username: "", passwordHash: "", firstName: "", lastName: "" };
  await appoint(shop.ctx({ request: { id: "system" } }), slug, { ...nobody, email });
}

/** Who an access token stands for at this moment. */
export async function customerOf(shop: Shop, bearer: string): Promise<Customer> {
  const ctx = shop.ctx({ request: freshClient() });
  const actor = await authentication.actorOf(ctx, { bearer, sessionCookie: null });
  if (actor.kind !== "customer") throw new Error("the access token is refused");
  return actor;
}

export interface TestKey {
  readonly actor: ApiKeyActor;
  readonly id: string;
  readonly key: string;
}

export async function makeKey(shop: Shop, ...permissions: readonly Permission[]): Promise<TestKey> {
  const input = { name: "A program", permissions: [...permissions], expires_at: null };
  const { id, key } = await createApiKey(withEverything(shop), input);
  const ctx = shop.ctx({ request: freshClient() });
  const actor = await authentication.actorOf(ctx, { bearer: key, sessionCookie: null });
  if (actor.kind !== "api_key") throw new Error("the new key is refused");
  return { actor, id, key };
}

let made = 0;

/** Whoever sets a test up may do anything. */
function withEverything(shop: Shop): Context<ApiKeyActor> {
  const permissions = new Set(allPermissions);
  const actor = { kind: "api_key", keyId: "set-up", name: "Set-up", permissions } as const;
  return { ...shop.ctx(), actor };
}
