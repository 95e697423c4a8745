/** A second factor for all staff: who may ask for it, and what it stops until they have one. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshClient, type TestCustomer } from "../../testing/accounts.ts";
import { openShop, type Shop } from "../../testing/index.ts";
import { openNeighbour } from "../../testing/neighbour.ts";
import { enableTotp } from "../../testing/second-factor.ts";
import { customerOf, registerStaff, registerWith } from "../../testing/staff.ts";
import { actsOf } from "../../testing/trail.ts";

const ON = { staff_needs_second_factor: true };
const OFF = { staff_needs_second_factor: false };

describe.each(engines)("the sign-in policy for staff on %s", (engine) => {
  let shop: Shop;
  let owner: TestCustomer;
  let support: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine);
    owner = await registerStaff(shop, "owner");
    support = await registerStaff(shop, "support");
  });
  afterAll(() => shop.close());

  const as = ({ actor }: Pick<TestCustomer, "actor">, here = shop) => here.as(actor, freshClient());
  const policyOf = (who: TestCustomer, here = shop) => as(who, here).authentication.security;

  it("is off at first, and is not switched on by somebody without a second factor", async () => {
    expect(await policyOf(owner).policy()).toEqual(OFF);
    await expect(policyOf(owner).updatePolicy(ON)).rejects.toMatchObject({
      ...{ code: "CONFLICT", cause: { reason: "own_second_factor_missing" } },
    });
    expect(await policyOf(owner).policy()).toEqual(OFF);
    expect(await actsOf(shop, { action: "policy.changed" })).toEqual([]);
  });

  it("is read and written by permission, and written after a fresh proof of identity", async () => {
    const missing = { code: "FORBIDDEN", cause: { reason: "permission_missing" } };
    const reader = await registerWith(shop, "security:read");
    expect(await policyOf(reader).policy()).toEqual(OFF);
    await expect(policyOf(reader).updatePolicy(OFF)).rejects.toMatchObject(missing);
    await expect(policyOf(support).policy()).rejects.toMatchObject(missing);
    const stale = { ...owner, actor: { ...owner.actor, authenticatedAt: new Date(0) } };
    await expect(policyOf(stale).updatePolicy(OFF)).rejects.toMatchObject({
      cause: { reason: "fresh_sign_in_required" },
    });
  });

  it("stops staff without a second factor, as staff and not as customers", async () => {
    await enableTotp(shop, owner.actor);
    expect(await policyOf(owner).updatePolicy(ON)).toEqual(ON);
    expect(await policyOf(owner).updatePolicy(ON)).toEqual(ON);
    const refused = { code: "FORBIDDEN", cause: { reason: "second_factor_missing" } };
    const bare = { ...support, actor: await customerOf(shop, support.access) };
    await expect(as(bare).users.list({})).rejects.toMatchObject(refused);
    expect(await as(bare).users.me()).toMatchObject({ email: support.email });
    expect(await as(bare).authentication.secondFactor.status()).toBeDefined();
    await enableTotp(shop, bare.actor);
    const guarded = { ...support, actor: await customerOf(shop, support.access) };
    expect((await as(guarded).users.list({})).items).not.toEqual([]);
  });

  it("holds for one store, and ends when it is switched off, each on record once", async () => {
    const next = await openNeighbour(shop);
    const other = await registerStaff(next, "owner");
    expect(await policyOf(other, next).policy()).toEqual(OFF);
    const again = { ...owner, actor: await customerOf(shop, owner.access) };
    expect(await policyOf(again).updatePolicy(OFF)).toEqual(OFF);
    const late = await registerStaff(shop, "support");
    expect((await as(late).users.list({})).items).not.toEqual([]);
    const acts = await actsOf(shop, { action: "policy.changed" });
    expect(acts.map(({ actorId, details }) => [actorId, details])).toEqual([
      [owner.user.id, ON],
      [owner.user.id, OFF],
    ]);
  });
});
