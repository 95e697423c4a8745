/**
 * Fills an empty database through the services, as the seed and imports do, so that nothing in it
 * breaks a rule. Of more products than the originals, `multiply` makes the rest.
 */
import { authentication, type Context, products, shipping, users } from "@souk/api";
import type { Services } from "@souk/server";
import { accounts, PASSWORD } from "./accounts.ts";
import { drafts } from "./drafts.ts";
import { ORIGINALS } from "./multiply.ts";
import { departments } from "./words.ts";

export interface CatalogueSize {
  readonly products: number;
  readonly accounts: number;
}

/** Enough to keep either engine busy; on SQLite they share commits. */
const AT_ONCE = 16;

export async function fill(services: Services, size: CatalogueSize): Promise<void> {
  const ctx = services.systemContext();
  await saveCategories(ctx);
  await shipping.saveMethod(ctx, {
    code: "standard",
    name: "Standard",
    description: "By post, to the door",
    amount: 490,
    freeFrom: 10_000,
    countries: [],
    minDays: 2,
    maxDays: 4,
    position: 0,
  });
  await eachOf(drafts(Math.min(size.products, ORIGINALS)), (draft) =>
    products.saveProduct(ctx, draft),
  );
  await saveAccounts(ctx, size.accounts);
}

async function saveCategories(ctx: Context): Promise<void> {
  for (const [position, { slug, name, shelves }] of departments.entries()) {
    await products.saveCategory(ctx, { slug, name, position });
    for (const [place, shelf] of shelves.entries()) {
      const description = `${shelf.name} of the department ${name}`;
      await products.saveCategory(ctx, {
        slug: shelf.slug,
        name: shelf.name,
        description,
        parent: slug,
        position: place,
      });
    }
  }
}

/** As the seed does: verified, and without a mail. */
async function saveAccounts(ctx: Context, count: number): Promise<void> {
  const passwordHash = await authentication.hashPassword(PASSWORD);
  for (const { email, username } of accounts(count)) {
    const person = { firstName: "Benchmark", lastName: "Buyer", phone: null };
    const { id } = await users.addUser(ctx, { email, username, passwordHash, ...person });
    await users.confirmEmail(ctx, id);
  }
}

/** The first item alone: whoever finds nothing there makes what all others share, such as the location. */
async function eachOf<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  const rest = items[Symbol.iterator]();
  const next = async (): Promise<boolean> => {
    const { done, value } = rest.next();
    if (done === true) return false;
    await work(value);
    return true;
  };
  await next();
  const workers = Array.from({ length: AT_ONCE }, async () => {
    while (await next());
  });
  await Promise.all(workers);
}
