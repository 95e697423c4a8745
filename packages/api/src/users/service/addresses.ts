/**
 * A customer's address book. Writes to one book take turns by the customer's row, so there is one
 * default of a type at most and the book never outgrows its limit, however many writes come at once.
 */
import { addresses } from "@souk/db/schema";
import { and, asc, count, desc, eq, ne } from "drizzle-orm";
import { type Context, type Customer, inTransaction } from "../../kernel/context.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import type {
  Address,
  AddressRef,
  AddressType,
  CreateAddressInput,
  PostalAddress,
  UpdateAddressInput,
} from "../contract.ts";
import { lockUser } from "./accounts.ts";
import { checkAddress } from "./postal-address.ts";

type Ctx = Context<Customer>;
type AddressRow = typeof addresses.$inferSelect;

export const MAX_ADDRESSES = 50;

export async function listAddresses(ctx: Ctx): Promise<{ items: Address[] }> {
  const rows = await ctx.db
    .select()
    .from(addresses)
    .where(ofCustomer(ctx))
    .orderBy(desc(addresses.isDefault), asc(addresses.id));
  return { items: rows.map(addressOf) };
}

export async function getAddress(ctx: Ctx, { id }: AddressRef): Promise<Address> {
  return addressOf(await find(ctx, id));
}

/** The first address of a type is its default, asked for or not. */
export async function createAddress(ctx: Ctx, input: CreateAddressInput): Promise<Address> {
  const { type, is_default, ...rest } = input;
  const postal = checkAddress(rest, null);
  return alone(ctx, async (ctx) => {
    const [held] = await ctx.db.select({ count: count() }).from(addresses).where(ofCustomer(ctx));
    if (Number(held?.count) >= MAX_ADDRESSES) {
      throw conflict("too_many_addresses", `An account holds at most ${MAX_ADDRESSES} addresses.`);
    }
    const isDefault = is_default || !(await hasAny(ctx, type));
    if (isDefault) await unsetDefault(ctx, type);
    const [row] = await ctx.db
      .insert(addresses)
      .values({
        ...columnsOf(postal),
        storeId: ctx.store.id,
        userId: ctx.actor.userId,
        type,
        isDefault,
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
      })
      .returning();
    if (row === undefined) throw new Error("the address was not stored");
    return addressOf(row);
  });
}

/** What the input leaves out stays. Moved to another type, it is default there only as the first. */
export async function updateAddress(ctx: Ctx, input: UpdateAddressInput): Promise<Address> {
  const { id, is_default, ...changes } = input;
  return alone(ctx, async (ctx) => {
    const before = await find(ctx, id);
    const type = changes.type ?? before.type;
    const stays = type === before.type ? before.isDefault : !(await hasAny(ctx, type));
    const isDefault = is_default ?? stays;
    const postal = checkAddress(merged(postalOf(before), changes), null);
    if (isDefault) await unsetDefault(ctx, type, id);
    const [row] = await ctx.db
      .update(addresses)
      .set({ ...columnsOf(postal), type, isDefault, updatedAt: ctx.now() })
      .where(own(ctx, id))
      .returning();
    if (row === undefined) throw notFound("address");
    return addressOf(row);
  });
}

export async function deleteAddress(ctx: Ctx, { id }: AddressRef): Promise<void> {
  const gone = await ctx.db.delete(addresses).where(own(ctx, id)).returning({ id: addresses.id });
  if (gone.length === 0) throw notFound("address");
}

const ofCustomer = (ctx: Ctx) =>
  and(eq(addresses.storeId, ctx.store.id), eq(addresses.userId, ctx.actor.userId));

const own = (ctx: Ctx, id: string) => and(ofCustomer(ctx), eq(addresses.id, id.toLowerCase()));

function alone<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return inTransaction(ctx, async (ctx) => {
    if ((await lockUser(ctx, ctx.actor.userId)) === null) throw notFound("user");
    return work(ctx);
  });
}

async function find(ctx: Ctx, id: string): Promise<AddressRow> {
  const [row] = await ctx.db.select().from(addresses).where(own(ctx, id));
  if (row === undefined) throw notFound("address");
  return row;
}

async function hasAny(ctx: Ctx, type: AddressType): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: addresses.id })
    .from(addresses)
    .where(and(ofCustomer(ctx), eq(addresses.type, type)))
    .limit(1);
  return rows.length > 0;
}

/** Before the new default is set: the database refuses a second one at any moment. */
async function unsetDefault(ctx: Ctx, type: AddressType, exceptId?: string): Promise<void> {
  await ctx.db
    .update(addresses)
    .set({ isDefault: false, updatedAt: ctx.now() })
    .where(
      and(
        ofCustomer(ctx),
        eq(addresses.type, type),
        eq(addresses.isDefault, true),
        exceptId === undefined ? undefined : ne(addresses.id, exceptId.toLowerCase()),
      ),
    );
}

function merged(before: PostalAddress, changes: Omit<UpdateAddressInput, "id">): PostalAddress {
  const { type: _type, is_default: _default, ...postal } = changes;
  const given = Object.entries(postal).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(given) };
}

const postalOf = (row: AddressRow): PostalAddress => ({
  first_name: row.firstName,
  last_name: row.lastName,
  company: row.company,
  line1: row.line1,
  line2: row.line2,
  city: row.city,
  region: row.region,
  postal_code: row.postalCode,
  country_code: row.countryCode,
  phone: row.phone,
});

export const addressOf = (row: AddressRow): Address => ({
  id: row.id,
  type: row.type,
  is_default: row.isDefault,
  ...postalOf(row),
});

const columnsOf = (postal: PostalAddress) => ({
  firstName: postal.first_name,
  lastName: postal.last_name,
  company: postal.company,
  line1: postal.line1,
  line2: postal.line2,
  city: postal.city,
  region: postal.region,
  postalCode: postal.postal_code,
  countryCode: postal.country_code,
  phone: postal.phone,
});
