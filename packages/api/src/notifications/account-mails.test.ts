/** What people get about their account, word for word where it matters, and never a stranger's words. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as authentication from "../authentication/service/index.ts";
import { consume, sequence } from "../kernel/event-log.ts";
import type { Mail } from "../ports/mailer.ts";
import {
  freshClient,
  mailedToken,
  PASSWORD,
  registerCustomer,
  registerUnverified,
  registration,
  signIn,
} from "../testing/accounts.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { mailConsumer } from "./service/index.ts";

const NAME = 'Salt & <b>"Pepper"</b>';
const MINUTE = 60_000;
const TIME = /on \d+ \w+ \d{4} at \d\d:\d\d UTC/i;

describe.each(engines)("mail about accounts on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine, { store: { name: NAME } });
  });
  afterAll(() => shop.close());

  const ctx = () => shop.ctx({ request: freshClient() });
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
  const linkIn = ({ text }: Mail, path: string): string | null =>
    new RegExp(`https://shop\\.example/${path}/([\\w-]+)\\s`).exec(text)?.[1] ?? null;
  const newAddress = () => registration().email.replace("amina", "moved");
  const to = (mails: readonly Mail[], email: string) => mails.filter((mail) => mail.to === email);

  it("a registration's link says when it was registered, and nothing that was written there", async () => {
    const { email } = await registerUnverified(shop, { first_name: "Click http://evil.example" });
    const [mail, ...more] = to(await delivered(), email);
    expect(more).toEqual([]);
    expect(mail?.text).toMatch(
      /completes the registration at .* of \d+ \w+ \d{4} at \d\d:\d\d UTC/,
    );
    expect(mail?.text).toContain("with the password that was chosen then");
    expect(`${mail?.text}${mail?.html}`).not.toContain("evil.example");
    expect(mail?.html).toContain("Salt &amp; &lt;b&gt;&quot;Pepper&quot;&lt;/b&gt;");
  });

  it("a link that is sent again names the time of the registration, not of the wish", async () => {
    const { email } = await registerUnverified(shop);
    const [first] = to(await delivered(), email);
    shop.advance(90 * MINUTE);
    await authentication.resendVerification(ctx(), { email });
    const [again] = to(await delivered(), email);
    const timeIn = (mail: Mail | undefined) => /of (\d.* UTC)/.exec(mail?.text ?? "")?.[1];
    expect(timeIn(again)).toBe(timeIn(first));
    expect(timeIn(again)).toBeDefined();
  });

  it("a second registration warns of a stranger's, and both links lead somewhere", async () => {
    const { email } = await registerUnverified(shop);
    await authentication.register(
      ctx(),
      registration({ email, first_name: "http://evil.example" }),
    );
    const [first, second] = to(await delivered(), email);
    if (first === undefined || second === undefined) throw new Error("a mail is missing");
    expect(second.text).toMatch(/registered once more at .*, on \d+ \w+ \d{4} at/);
    expect(second.text).toContain("If it was not you, do not open it.");
    expect(second.text + second.html).not.toContain("evil.example");
    const tokens = [linkIn(first, "verify-email"), linkIn(second, "verify-email")];
    expect(new Set(tokens).size).toBe(2);
    expect(tokens).not.toContain(null);
    await authentication.verifyEmail(ctx(), { token: tokens[0] ?? "" });
  });

  it("brings no link of another registration once the owner followed one", async () => {
    const { email } = await registerUnverified(shop);
    const token = await mailedToken(ctx(), email);
    await authentication.register(ctx(), registration({ email }));
    await authentication.verifyEmail(ctx(), { token });
    expect(to(await delivered(), email)).toEqual([]);
  });

  it("a move brings the link to the new address and a warning to the old one, then word to both", async () => {
    const { email, actor } = await registerCustomer(shop);
    const target = newAddress();
    await delivered();
    await authentication.changeEmail({ ...ctx(), actor }, { email: target });
    const asked = await delivered();
    expect(asked).toHaveLength(2);
    const [link] = to(asked, target);
    const [warning] = to(asked, email);
    expect(link?.subject).toBe(`Confirm your new email address for ${NAME}`);
    expect(link?.text + (link?.html ?? "")).not.toContain(email);
    expect(warning?.subject).toBe(`A new email address for your account at ${NAME}`);
    expect(warning?.text).toMatch(TIME);
    expect(warning?.text).toContain("https://shop.example/forgot-password");
    const token = link === undefined ? null : linkIn(link, "confirm-email");
    expect(warning?.text + (warning?.html ?? "")).not.toContain(token);

    await authentication.confirmEmailChange({ ...ctx(), actor }, { token: token ?? "" });
    const done = await delivered();
    expect(done).toHaveLength(2);
    for (const address of [email, target]) {
      const [word] = to(done, address);
      expect(word?.subject).toBe(`Your email address for ${NAME} was changed`);
      expect(word?.text).toMatch(TIME);
    }
    expect(to(done, email)[0]?.text).toContain("This address opens it no more");
  });

  it("a move to the address of another account brings its owner a notice, and no link", async () => {
    const owner = await registerCustomer(shop);
    const { email, actor } = await registerCustomer(shop);
    await delivered();
    await authentication.changeEmail({ ...ctx(), actor }, { email: owner.email });
    const mails = await delivered();
    expect(mails.map((mail) => mail.to).sort()).toEqual([email, owner.email].sort());
    const [notice] = to(mails, owner.email);
    expect(notice?.subject).toBe(`Your address has an account at ${NAME} already`);
    expect(mails.map((mail) => linkIn(mail, "confirm-email"))).toEqual([null, null]);
    expect(notice?.text + (notice?.html ?? "")).not.toContain(email);
  });

  it("brings no link of a move that was replaced before it was written", async () => {
    const { actor } = await registerCustomer(shop);
    const [first, second] = [newAddress(), newAddress()];
    await delivered();
    await authentication.changeEmail({ ...ctx(), actor }, { email: first });
    await authentication.changeEmail({ ...ctx(), actor }, { email: second });
    const mails = await delivered();
    expect(to(mails, first)).toEqual([]);
    expect(to(mails, second)).toHaveLength(1);
  });

  it.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
    // Which mail programs would make a link.
    ["evil.example/1.0", "Unknown device"],
  ])(
    "a sign-in by %s after failures is told with count, time, device and address",
    async (userAgent, device) => {
      const { email } = await registerCustomer(shop);
      await delivered();
      for (let i = 0; i < 3; i++) {
        await expect(signIn(ctx(), { email, password: `not ${i}` })).rejects.toThrow();
      }
      shop.advance(16 * MINUTE);
      const { ip = "" } = freshClient();
      await signIn(shop.ctx({ request: { ip, userAgent } }), { email, password: PASSWORD });
      const [mail, ...more] = to(await delivered(), email);
      expect(more).toEqual([]);
      expect(mail?.subject).toBe(`A sign-in to ${NAME} after failed tries`);
      expect(mail?.text).toContain("after 3 tries that failed");
      expect(mail?.text).toMatch(TIME);
      expect(mail?.text).toContain(`Device: ${device}. Internet address: ${ip}.`);
      expect(mail?.text + (mail?.html ?? "")).not.toContain("evil");
    },
  );
});
