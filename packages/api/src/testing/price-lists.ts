/** Price lists and groups for tests, made by staff through the real procedures. */
import type { EntryInput } from "../prices/contract.ts";
import type { TestCustomer } from "./accounts.ts";
import type { Shop } from "./index.ts";

export interface TestList {
  readonly currency?: string;
  readonly customer_group_id?: string | null;
  readonly starts_at?: string | null;
  readonly ends_at?: string | null;
  readonly is_active?: boolean;
}

let made = 0;

/** A list of a name of its own with these entries; for everybody unless a group is named. */
export async function addPriceList(
  shop: Shop,
  staff: TestCustomer,
  entries: readonly Partial<EntryInput>[],
  terms: TestList = {},
): Promise<{ readonly id: string; readonly name: string }> {
  made += 1;
  const calls = shop.as(staff.actor).prices;
  const { id, name } = await calls.createList({ name: `List ${made}`, ...terms });
  const full = entries.map((entry) => ({ amount: 0, ...entry }));
  if (full.length > 0) await calls.setEntries({ id, entries: full });
  return { id, name };
}

/** A group of these customers. */
export async function addGroup(
  shop: Shop,
  staff: TestCustomer,
  ...members: readonly TestCustomer[]
): Promise<string> {
  made += 1;
  const { groups } = shop.as(staff.actor).users;
  const { id } = await groups.create({ name: `Group ${made}` });
  const user_ids = members.map(({ actor }) => actor.userId);
  if (user_ids.length > 0) await groups.addMembers({ id, user_ids });
  return id;
}
