/**
 * Making a person go, in one unit of work: each domain clears what is its own. What the books need
 * stays, and says of nobody whose it was.
 */
import * as access from "../../access/service/index.ts";
import * as authentication from "../../authentication/service/index.ts";
import * as carts from "../../cart/service/index.ts";
import * as imports from "../../imports/service/index.ts";
import * as inventory from "../../inventory/service/index.ts";
import { record } from "../../kernel/audit.ts";
import { forgetPersonal } from "../../kernel/audit-log.ts";
import { type Context, type Customer, inTransaction, type Staff } from "../../kernel/context.ts";
import { invalidField, notFound } from "../../kernel/errors.ts";
import { forgetCaller } from "../../kernel/idempotency.ts";
import { forgetSpender } from "../../kernel/limits.ts";
import * as media from "../../media/service/index.ts";
import * as orders from "../../orders/service/index.ts";
import * as payments from "../../payments/service.ts";
import * as prices from "../../prices/service/index.ts";
import * as reviews from "../../reviews/service/index.ts";
import * as users from "../../users/service/index.ts";
import type { EraseMeInput, ErasePersonInput } from "../contract.ts";
import { personOf } from "./person.ts";

export async function eraseMe(ctx: Context<Customer>, { confirm }: EraseMeInput): Promise<void> {
  await erase(ctx, ctx.actor.userId, confirm);
  if (ctx.actor.via === "cookie") ctx.sessionCookie.clear();
}

export const erasePerson = (ctx: Context<Staff>, input: ErasePersonInput): Promise<void> =>
  erase(ctx, input.id.toLowerCase(), input.confirm);

const erase = (ctx: Context, userId: string, confirm: string): Promise<void> =>
  inTransaction(ctx, async (ctx) => {
    const row = await users.lockUser(ctx, userId);
    if (row === null) throw notFound("user");
    await access.assertMayManage(ctx, userId);
    if (users.canonicalEmail(confirm) !== row.emailCanonical) {
      throw invalidField("confirm", "confirmation_wrong", "This is not the account's address.");
    }
    await access.assertNotLastOwner(ctx, userId);
    const person = await personOf(ctx, row);
    await carts.refuseWhilePlacing(ctx, person);
    await forgetSales(ctx, person);
    await authentication.forgetAttempts(ctx, person);
    await authentication.forgetMoves(ctx, person);
    await access.forgetMaker(ctx, person);
    await inventory.forgetPerson(ctx, person);
    await prices.forgetSetter(ctx, person);
    await reviews.forgetAuthor(ctx, person);
    await media.forgetUploader(ctx, person);
    await imports.forgetStarter(ctx, person);
    await forgetSpender(ctx, userId);
    await users.removePerson(ctx, person);
    await record(ctx, { action: "person.erased", subject: { type: "user", id: userId } });
    await forgetPersonal(ctx, person);
  });

async function forgetSales(ctx: Context, person: users.Person): Promise<void> {
  const ordered = await orders.forgetBuyer(ctx, person);
  const theirs = await carts.cartsOfPerson(ctx, person);
  const cartIds = [...new Set([...ordered, ...theirs])];
  const paymentIds = await payments.forgetPayers(ctx, cartIds);
  await forgetCaller(ctx, `user:${person.userId}`, paymentIds);
  await carts.forgetCarts(ctx, cartIds);
}
