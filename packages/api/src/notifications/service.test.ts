/** Which event makes which mail, and that nobody's words become markup or headers. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as authentication from "../authentication/service/index.ts";
import { consume, sequence } from "../kernel/event-log.ts";
import type { Mail } from "../ports/mailer.ts";
import * as shipping from "../shipping/service.ts";
import {
  freshClient,
  PASSWORD,
  registerCustomer,
  registerUnverified,
  registration,
} from "../testing/accounts.ts";
import { addProduct } from "../testing/catalog.ts";
import { pay, readyCart, standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { enableTotp, secondStepsOf } from "../testing/second-factor.ts";
import { mailConsumer } from "./service/index.ts";

const newPassword = {
  new_password: "three quiet olive trees",
  new_password_confirm: "three quiet olive trees",
};

describe.each(engines)("mail on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine, { store: { name: 'Salt & <b>"Pepper"</b>' } });
    await shipping.saveMethod(shop.ctx(), standardShipping);
  });
  afterAll(() => shop.close());

  const ctx = () => shop.ctx({ request: freshClient() });
  const { guarded, begin, step } = secondStepsOf(() => shop);
  /** What the mailer is given for all that has happened since the last time. */
  const delivered = async (): Promise<Mail[]> => {
    const mails: Mail[] = [];
    const send = (mail: Mail) => {
      mails.push(mail);
      return Promise.resolve();
    };
    const { db, store, now } = shop.ctx();
    const onFailure = (_event: unknown, error: unknown) => {
      throw error;
    };
    await sequence(db, store.id);
    const options = { db, storeId: store.id, node: "test", now, onFailure };
    while ((await consume(mailConsumer(shop.ctx(), { send }), options)) > 0);
    return mails;
  };
  const mailTo = (mails: readonly Mail[], email: string): Mail => {
    const [mail, ...more] = mails.filter(({ to }) => to === email);
    if (mail === undefined || more.length > 0) throw new Error(`${more.length} more to ${email}`);
    return mail;
  };
  const tokenIn = ({ text }: Mail): string =>
    /https:\/\/shop\.example\/verify-email\/([\w-]+)\s/.exec(text)?.[1] ?? "";

  it("brings the link that verifies an address", async () => {
    const { email } = await registerUnverified(shop, { first_name: "Click http://evil.example" });
    const mail = mailTo(await delivered(), email);
    expect(mail.subject).toBe('Confirm your email address for Salt & <b>"Pepper"</b>');
    expect(mail.text + mail.html).not.toContain("evil.example");
    const { user } = await authentication.verifyEmail(ctx(), { token: tokenIn(mail) });
    expect(user.email).toBe(email);
  });

  it("brings the newest link only", async () => {
    const { email } = await registerUnverified(shop);
    await authentication.resendVerification(ctx(), { email });
    const mail = mailTo(await delivered(), email);
    await authentication.verifyEmail(ctx(), { token: tokenIn(mail) });
  });

  it("brings no link that was used before it was written", async () => {
    const { email } = await registerCustomer(shop);
    expect((await delivered()).filter(({ to }) => to === email)).toEqual([]);
  });

  it("tells the owner of an address that somebody registered with it", async () => {
    const { email } = await registerCustomer(shop);
    await delivered();
    await authentication.register(ctx(), registration({ email: email.toUpperCase() }));
    const mail = mailTo(await delivered(), email);
    expect(mail.subject).toMatch(/already have an account/);
    expect(tokenIn(mail)).toBe("");
  });

  it("brings an owner who never verified another link", async () => {
    const { email } = await registerUnverified(shop);
    await delivered();
    await authentication.register(ctx(), registration({ email }));
    const mail = mailTo(await delivered(), email);
    await authentication.verifyEmail(ctx(), { token: tokenIn(mail) });
  });

  it("brings the link to a new password, and tells the owner when it was used", async () => {
    const { email } = await registerCustomer(shop, { first_name: "Click http://evil.example" });
    await delivered();
    await authentication.forgotPassword(ctx(), { email });
    await authentication.forgotPassword(ctx(), { email: `nobody.${email}` });
    const mails = await delivered();
    expect(mails).toHaveLength(1);
    const mail = mailTo(mails, email);
    expect(mail.subject).toBe('Choose a new password for Salt & <b>"Pepper"</b>');
    expect(mail.html).toContain("Salt &amp; &lt;b&gt;&quot;Pepper&quot;&lt;/b&gt;");
    expect(mail.text + mail.html).not.toContain("evil.example");
    const token = /https:\/\/shop\.example\/reset-password\/([\w-]+)\s/.exec(mail.text)?.[1] ?? "";
    await authentication.resetPassword(ctx(), { token, ...newPassword });
    const word = mailTo(await delivered(), email);
    expect(word.subject).toMatch(/^Your password for .* was changed$/);
    expect(word.text).toContain("https://shop.example/forgot-password");
    expect(word.text).toMatch(/was changed on \d+ \w+ \d{4} at \d\d:\d\d UTC, by a link/);
    expect(word.text).not.toContain(token);
  });

  it("goes to the address on record, whichever way it was asked for", async () => {
    const { email } = await registerCustomer(shop, { email: "Hind.Haddad@Example.com" });
    await delivered();
    await authentication.forgotPassword(ctx(), { email: ` ${email.toLowerCase()} ` });
    expect((await delivered()).map(({ to }) => to)).toEqual(["Hind.Haddad@Example.com"]);
  });

  it("brings only a link to a new password that still works", async () => {
    const { email, actor } = await registerCustomer(shop);
    await delivered();
    await authentication.forgotPassword(ctx(), { email });
    const old_password = PASSWORD;
    await authentication.changePassword({ ...ctx(), actor }, { old_password, ...newPassword });
    const mail = mailTo(await delivered(), email);
    expect(mail.text).toContain("by somebody who is signed in");
    expect(mail.text).not.toContain("/reset-password/");
  });

  it("tells the owner when an authenticator app was switched on, and when off", async () => {
    const { email, actor } = await registerCustomer(shop);
    await delivered();
    const app = await enableTotp(shop, actor);
    const on = mailTo(await delivered(), email);
    expect(on.subject).toMatch(/^Your second factor for .* was switched on$/);
    expect(on.text).toMatch(/was switched on for .* on \d+ \w+ \d{4} at \d\d:\d\d UTC/);
    for (const code of app.recoveryCodes) expect(on.text + on.html).not.toContain(code);
    await shop.as(actor).authentication.secondFactor.disableTotp();
    const off = mailTo(await delivered(), email);
    expect(off.subject).toMatch(/^Your second factor for .* was switched off$/);
    expect(off.text).toContain("https://shop.example/forgot-password");
  });

  it("tells the owner when a recovery code let somebody in, and when codes were replaced", async () => {
    const { customer, app } = await guarded();
    await delivered();
    const [code = "", wrong = ""] = app.recoveryCodes;
    const needed = await begin(customer);
    await expect(step(needed, { recovery_code: `${wrong}x` })).rejects.toThrow();
    expect(await delivered()).toEqual([]);
    await step(needed, { recovery_code: code });
    const used = mailTo(await delivered(), customer.email);
    expect(used.subject).toMatch(/^A recovery code of your account at .* was used$/);
    expect(used.text).toMatch(/on \d+ \w+ \d{4} at \d\d:\d\d UTC\. 9 codes are left\./);
    expect(used.text + used.html).not.toContain(code);

    const { codes } = await shop
      .as(customer.actor)
      .authentication.secondFactor.replaceRecoveryCodes();
    const replaced = mailTo(await delivered(), customer.email);
    expect(replaced.subject).toMatch(/^Your recovery codes for .* were replaced$/);
    expect(replaced.text).toContain("https://shop.example/forgot-password");
    for (const one of codes) expect(replaced.text + replaced.html).not.toContain(one);
  });

  it("confirms a guest's order, with the key to it behind the #", async () => {
    const product = await addProduct(shop, { title: 'Mug <img src=x onerror="alert(1)">' });
    const { token } = await readyCart(shop.ctx, [{ variant_id: product.variantId, quantity: 2 }]);
    const order = await pay(shop.ctx, token);
    const mail = mailTo(await delivered(), order.email);
    expect(mail.subject).toContain(order.number);
    expect(mail.text).toContain(
      `https://shop.example/orders/${order.number}#token=${order.access_token}`,
    );
    expect(mail.text).toContain("Amina Berrada\n12 rue des Tanneurs\n69002 Lyon\nFrance");
    expect(mail.text).toContain(`2 x Mug`);
    const total = (order.totals.total.amount / 100).toFixed(2);
    expect(mail.text).toContain(`Total: €${total}`);
    expect(mail.html).toContain(`€${total}`);
    expect(mail.html).toContain("Mug &lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
    expect(mail.html).not.toMatch(/<img|<b>/);
  });

  it("is the same mail when it is written again", async () => {
    const { email } = await registerUnverified(shop);
    const { db, store } = shop.ctx();
    await sequence(db, store.id);
    const mails: Mail[] = [];
    const mailer = {
      send: (mail: Mail) => {
        mails.push(mail);
        return mails.length < 2
          ? Promise.reject(new Error("crashed after it was sent"))
          : Promise.resolve();
      },
    };
    const { now } = shop.ctx();
    let failures = 0;
    const onFailure = () => {
      failures += 1;
    };
    const options = { db, storeId: store.id, node: "test", now, onFailure };
    await consume(mailConsumer(shop.ctx(), mailer), options);
    shop.advance(60_000);
    await consume(mailConsumer(shop.ctx(), mailer), options);
    expect(failures).toBe(1);
    const [one, two] = mails.filter(({ to }) => to === email);
    expect(two).toEqual(one);
  });
});
