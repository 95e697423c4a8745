/** The settings that staff may change while the shop is open. */
import { isDeepStrictEqual } from "node:util";
import { stores } from "@souk/db/schema";
import { eq } from "drizzle-orm";
import { record } from "../kernel/audit.ts";
import { type Context, inTransaction, type Staff, type StoreInfo } from "../kernel/context.ts";
import { conflict, DomainError, type FieldErrors } from "../kernel/errors.ts";
import { isCurrency } from "../kernel/money.ts";
import * as prices from "../prices/service/index.ts";
import type { Settings, UpdateSettingsInput } from "./contract.ts";
import { infoOf } from "./info.ts";

const WHY_FIXED =
  "Amounts of all carts, orders and prices were reckoned this way. It is decided when a store is opened.";

/** As they are stored at this moment, whatever this node went by until now. */
export async function settings({ db, store }: Context): Promise<Settings> {
  const [row] = await db.select().from(stores).where(eq(stores.id, store.id));
  if (row === undefined) throw new Error(`no store ${store.id}`);
  return settingsOf(infoOf(row));
}

/**
 * What the input leaves out stays. The node that makes the change knows it at once, the others within
 * seconds. Throws `settings_invalid`, and `currency_in_use` for one that anything is priced in.
 */
export async function updateSettings(
  ctx: Context<Staff>,
  input: UpdateSettingsInput,
): Promise<Settings> {
  return inTransaction(ctx, async (ctx) => {
    const own = eq(stores.id, ctx.store.id);
    const [row] = await ctx.db.select().from(stores).where(own).for("update");
    if (row === undefined) throw new Error(`no store ${ctx.store.id}`);
    const before = infoOf(row);
    refuseInvalid(before, input);
    const values = {
      currencies: unique(input.currencies ?? before.currencies),
      locales: unique(input.locales ?? before.locales),
      lowStockThreshold: input.low_stock_threshold ?? before.lowStockThreshold,
      moderatesReviews: input.moderates_reviews ?? before.moderatesReviews,
    };
    await refusePriced(ctx, before, values.currencies);
    const after = { ...before, ...values };
    const changes = changesBetween(settingsOf(before), settingsOf(after));
    if (Object.keys(changes).length === 0) return settingsOf(after);
    await ctx.db.update(stores).set(values).where(own);
    const subject = { type: "store", id: ctx.store.id };
    await record(ctx, { action: "settings.changed", subject, details: { changes } });
    ctx.db.afterCommit(() => ctx.ports.storeChanged(after));
    return settingsOf(after);
  });
}

function refuseInvalid(store: StoreInfo, { currencies = [], locales = [] }: UpdateSettingsInput) {
  const fields: Record<string, string[]> = {};
  for (const [i, currency] of currencies.entries()) {
    const known = isCurrency(currency) && currency !== store.currency;
    if (known) continue;
    fields[`currencies.${i}`] = [
      currency === store.currency
        ? "This is the store's own currency."
        : `${currency} is not a currency in use.`,
    ];
  }
  for (const [i, locale] of locales.entries()) {
    if (locale === store.defaultLocale) {
      fields[`locales.${i}`] = ["This is the language of the catalogue itself."];
    }
  }
  refuse(fields);
}

function refuse(fields: FieldErrors): void {
  const [first] = Object.values(fields).flat();
  if (first !== undefined) throw new DomainError("invalid", "settings_invalid", first, { fields });
}

/** Somebody would find prices again that nobody looked after, or none where there were some. */
async function refusePriced(
  ctx: Context,
  before: StoreInfo,
  kept: readonly string[],
): Promise<void> {
  for (const currency of before.currencies.filter((code) => !kept.includes(code))) {
    if (!(await prices.isPricedIn(ctx, currency))) continue;
    const message = `There are prices or price lists in ${currency}. Remove them first.`;
    throw conflict("currency_in_use", message, { fields: { currencies: [message] } });
  }
}

const unique = (items: readonly string[]): string[] => [...new Set(items)];

function changesBetween(before: Settings, after: Settings) {
  const names = Object.keys(after) as (keyof Settings)[];
  return Object.fromEntries(
    names
      .filter((name) => !isDeepStrictEqual(before[name], after[name]))
      .map((name) => [name, { from: before[name], to: after[name] }]),
  );
}

const settingsOf = (store: StoreInfo): Settings => ({
  currency: store.currency,
  currencies: [...store.currencies],
  default_locale: store.defaultLocale,
  locales: [...store.locales],
  low_stock_threshold: store.lowStockThreshold,
  moderates_reviews: store.moderatesReviews,
  prices_include_tax: store.pricesIncludeTax,
  prices_include_tax_reason: WHY_FIXED,
});
