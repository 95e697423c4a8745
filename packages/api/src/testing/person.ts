/** Somebody of whom the store holds whatever it can hold, each text with a mark that tells it apart. */
import { uuid7 } from "@souk/db";
import {
  apiKeys,
  challenges,
  emailChanges,
  passkeys,
  recoveryCodes,
  totpFactors,
  usernameReservations,
} from "@souk/db/schema";
import * as authentication from "../authentication/service/index.ts";
import { receive } from "../inventory/service/index.ts";
import { record } from "../kernel/audit.ts";
import { type Actor, inTransaction, type RequestInfo } from "../kernel/context.ts";
import type { PlacedOrder } from "../orders/contract.ts";
import { setPrices } from "../prices/service/index.ts";
import { PASSWORD, registerCustomer, signIn, type TestCustomer } from "./accounts.ts";
import { addProduct } from "./catalog.ts";
import { postalAddress } from "./checkout.ts";
import { toldPicture } from "./files.ts";
import type { Shop } from "./index.ts";

export interface Marks {
  /** In every text: lower-case letters. */
  readonly mark: string;
  readonly phone: string;
  readonly ip: string;
}

export interface PlantedPerson extends TestCustomer {
  readonly marks: Marks;
  readonly order: PlacedOrder;
  /** Placed as a guest, with the same address. */
  readonly guestOrder: PlacedOrder;
  readonly guestToken: string;
}

const ANYBODY: Actor = { kind: "anonymous" };

export async function plantPerson(shop: Shop, marks: Marks): Promise<PlantedPerson> {
  const { mark, phone, ip } = marks;
  const request = { ip, userAgent: `${mark}-agent/1.0` };
  const email = `${mark}@plant.example`;
  const customer = await registerCustomer(shop, {
    ...{ email, username: `${mark}.name`, phone, marketing_consent: true },
    ...{ first_name: `${mark} First`, last_name: `${mark} Last` },
  });
  const { actor } = customer;
  const address = addressOf(marks);
  await shop.as(actor, request).users.createAddress({ type: "shipping", ...address });
  await shop.as(actor, request).users.setConsents({ marketing_email: true });
  await tryToSignIn(shop, email, request);
  await authentication.forgotPassword(shop.ctx({ request }), { email });
  const file = toldPicture(600, 400, mark);
  await shop
    .as(actor, request)
    .media.uploadForReview({ file, file_name: `${mark} holding it.jpg` });
  await plantRows(shop, actor.userId, marks);
  const { variantId } = await addProduct(shop, { price: 1500, stock: 50 });
  const { variantId: variant_id } = await addProduct(shop, { title: "Sold out", stock: 0 });
  await shop.as(actor, request).inventory.alerts.subscribe({ variant_id });
  const counting = { variant_id, quantity: 1, note: "Counted" };
  await receive(shop.ctx({ actor }), counting);
  const price = { variantId: variant_id, currency: "EUR", amount: 1200, compareAt: null };
  await inTransaction(shop.ctx({ actor }), (ctx) => setPrices(ctx, [price], "counting"));

  const buy = async (who: Actor, token = "tok_visa") => {
    const cartToken = await fillCart(shop, who, { ...request, email, address, variantId });
    const calls = shop.as(who, { ...request, cartToken, idempotencyKey: uuid7() });
    const placing = calls.orders.place({ payment: { gateway: "test", token } });
    return { cartToken, placing };
  };
  const order = await (await buy(actor)).placing;
  await (await buy(actor, "tok_declined")).placing.catch(() => undefined);
  const guest = await buy(ANYBODY);
  const guestOrder = await guest.placing;
  await fillCart(shop, ANYBODY, { ...request, email, address, variantId });
  return { ...customer, marks, order, guestOrder, guestToken: guest.cartToken ?? "" };
}

export const addressOf = ({ mark, phone }: Marks) => ({
  ...postalAddress,
  first_name: `${mark} First`,
  last_name: `${mark} Last`,
  company: `${mark} Company`,
  line1: `1 ${mark} Street`,
  line2: `${mark} Stairs`,
  city: `${mark} City`,
  region: `${mark} Region`,
  phone,
});

interface Filling extends Partial<RequestInfo> {
  readonly email: string;
  readonly address: ReturnType<typeof addressOf>;
  readonly variantId: string;
}

/** Answers a guest's token. */
async function fillCart(
  shop: Shop,
  who: Actor,
  { email, address, variantId, ...request }: Filling,
) {
  const opened = await shop.as(who, request).cart.addLine({ variant_id: variantId });
  const { cart } = shop.as(who, { ...request, cartToken: opened.token });
  await cart.setAddresses({ email, shipping_address: address, billing_address: address });
  await cart.setShippingMethod({ code: "standard" });
  return opened.token;
}

async function tryToSignIn(shop: Shop, email: string, request: Partial<RequestInfo>) {
  const ctx = shop.ctx({ request });
  await signIn(ctx, { email, password: PASSWORD });
  await authentication.login(ctx, { email, password: "wrong" }).catch(() => undefined);
}

/** What other conversations leave behind, as they write it. */
async function plantRows(shop: Shop, userId: string, { mark, ip }: Marks): Promise<void> {
  const { db, store } = shop.ctx();
  const own = { storeId: store.id, userId };
  const soon = new Date(Date.now() + 600_000);
  const email = `${mark}@plant.example`;
  const former = `${mark}.former@plant.example`;
  await db.insert(passkeys).values({
    ...{ ...own, name: `${mark} key`, credentialId: `cred-${mark}`, publicKey: `pub-${mark}` },
    ...{ counter: 0, transports: ["usb"], isBackedUp: false },
  });
  await db.insert(totpFactors).values({ ...own, sealedSecret: `sealed-${mark}` });
  await db.insert(recoveryCodes).values({ ...own, codeHash: `code-hash-${mark}` });
  await db.insert(challenges).values({
    ...{ ...own, purpose: "second_factor", tokenHash: `challenge-${mark}`, expiresAt: soon },
  });
  await db.insert(emailChanges).values({
    ...{ ...own, email, emailCanonical: email, fromEmailCanonical: former },
    ...{ tokenHash: `change-${mark}`, requestIp: ip, expiresAt: soon, usedAt: new Date() },
  });
  await db.insert(usernameReservations).values({
    ...{ storeId: store.id, usernameCanonical: `${mark}.other`, emailCanonical: email },
    expiresAt: soon,
  });
  await db.insert(apiKeys).values({
    ...{ storeId: store.id, name: "Stock", prefix: "sk_1", keyHash: `key-hash-${uuid7()}` },
    ...{ permissions: [], createdBy: userId, minuteStartedAt: new Date(), minuteCount: 0 },
  });
  await authentication
    .login(shop.ctx({ request: { ip, userAgent: `${mark}-agent` } }), {
      ...{ email: former, password: "wrong" },
    })
    .catch(() => undefined);
  const subject = { type: "user", id: userId };
  const ctx = shop.ctx({ request: { ip, userAgent: `${mark}-agent` } });
  const first = `${mark}.first@plant.example`;
  await record(ctx, { action: "email.changed", subject, personal: { from: first, to: email } });
  await record(shop.ctx(), { action: "sign_in.failed", personal: { account: first } });
}
