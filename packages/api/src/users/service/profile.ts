/** A customer's own profile. */
import { users } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import type { Context, Customer } from "../../kernel/context.ts";
import { notFound } from "../../kernel/errors.ts";
import type { UpdateProfileInput, User } from "../contract.ts";
import { findById, userOf } from "./accounts.ts";
import { phoneInE164, phoneInvalid } from "./phone.ts";

export async function me(ctx: Context<Customer>): Promise<User> {
  const row = await findById(ctx, ctx.actor.userId);
  if (row === null) throw notFound("user");
  return userOf(row);
}

export async function updateMe(ctx: Context<Customer>, input: UpdateProfileInput): Promise<User> {
  const { first_name: firstName, last_name: lastName, phone } = input;
  const [row] = await ctx.db
    .update(users)
    .set({
      ...(firstName === undefined ? {} : { firstName }),
      ...(lastName === undefined ? {} : { lastName }),
      ...(phone === undefined ? {} : { phone: phone === null ? null : callable(phone) }),
      updatedAt: ctx.now(),
    })
    .where(and(eq(users.storeId, ctx.store.id), eq(users.id, ctx.actor.userId)))
    .returning();
  if (row === undefined) throw notFound("user");
  return userOf(row);
}

function callable(phone: string): string {
  const inE164 = phoneInE164(phone);
  if (inE164 === null) throw phoneInvalid("phone");
  return inE164;
}
