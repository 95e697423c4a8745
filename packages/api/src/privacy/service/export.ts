/** All that is held of a person in one document: each domain tells of its own. No secret is in it. */
import { auditEntries } from "@souk/db/schema";
import { and, asc, eq, or } from "drizzle-orm";
import * as access from "../../access/service/index.ts";
import * as authentication from "../../authentication/service/index.ts";
import * as carts from "../../cart/service/index.ts";
import * as imports from "../../imports/service/index.ts";
import * as inventory from "../../inventory/service/index.ts";
import { record } from "../../kernel/audit.ts";
import type { Context, Customer, Staff } from "../../kernel/context.ts";
import { notFound } from "../../kernel/errors.ts";
import { type PersonalRecords, personalRecord } from "../../kernel/personal-records.ts";
import * as media from "../../media/service/index.ts";
import * as orders from "../../orders/service/index.ts";
import * as payments from "../../payments/service.ts";
import * as prices from "../../prices/service/index.ts";
import * as reviews from "../../reviews/service/index.ts";
import * as users from "../../users/service/index.ts";
import type { PersonalData, PersonRef } from "../contract.ts";
import { personOf } from "./person.ts";

export const exportMine = (ctx: Context<Customer>): Promise<PersonalData> =>
  exportOf(ctx, ctx.actor.userId);

/** Nobody reads through those who may do more. */
export async function exportPerson(ctx: Context<Staff>, { id }: PersonRef): Promise<PersonalData> {
  const userId = id.toLowerCase();
  await access.assertMayManage(ctx, userId);
  return exportOf(ctx, userId);
}

async function exportOf(ctx: Context, userId: string): Promise<PersonalData> {
  const row = await users.findById(ctx, userId);
  if (row === null) throw notFound("user");
  const person = await personOf(ctx, row);
  const categories = {
    ...(await users.exportPerson(ctx, person)),
    ...(await authentication.exportPerson(ctx, person)),
    ...(await carts.exportPerson(ctx, person)),
    ...(await orders.exportPerson(ctx, person)),
    ...(await reviews.exportPerson(ctx, person)),
    ...(await payments.exportPerson(ctx, person)),
    ...(await inventory.exportPerson(ctx, person)),
    ...(await prices.exportPerson(ctx, person)),
    ...(await access.exportPerson(ctx, person)),
    ...(await imports.exportPerson(ctx, person)),
    ...(await media.exportPerson(ctx, person)),
    ...(await auditOf(ctx, person)),
  };
  await record(ctx, { action: "person.exported", subject: { type: "user", id: userId } });
  return { exported_at: ctx.now().toISOString(), store: ctx.store.name, categories };
}

async function auditOf(ctx: Context, { userId }: users.Person): Promise<PersonalRecords> {
  const rows = await ctx.db
    .select({
      action: auditEntries.action,
      actorKind: auditEntries.actorKind,
      actorId: auditEntries.actorId,
      subjectType: auditEntries.subjectType,
      subjectId: auditEntries.subjectId,
      details: auditEntries.details,
      personal: auditEntries.personal,
      occurredAt: auditEntries.occurredAt,
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.storeId, ctx.store.id),
        or(eq(auditEntries.actorId, userId), eq(auditEntries.subjectId, userId)),
      ),
    )
    .orderBy(asc(auditEntries.id));
  const audit = rows.map(({ actorId, personal, ...row }) => {
    // Where somebody else acted upon the person, device and address are that one's.
    const others = actorId !== null && actorId !== userId;
    return {
      ...personalRecord(row),
      by_me: actorId === userId,
      personal: others ? null : plain(personal),
    };
  });
  return { audit };
}

/** Without the salt, which only keeps its digest from being guessed. */
function plain(personal: object | null): object | null {
  if (personal === null) return null;
  const { salt: _salt, ...rest } = personal as Record<string, unknown>;
  return rest;
}
