/** Development's mailbox: kept once, shown safely, read by tests. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuid7 } from "@souk/db";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMailbox } from "../src/adapters/mail/mailbox.ts";
import { openServer, type TestServer } from "./support/open-server.ts";
import { told } from "./support/told.ts";

const mail = (more: object = {}) => ({
  id: uuid7(),
  to: "lina@example.com",
  subject: "Welcome",
  text: "Go to https://shop.example/verify?token=a-b_c and then (https://shop.example/).",
  html: "<p>Welcome</p>",
  ...more,
});

describe("the folder", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "souk-mailbox-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("keeps a mail once, however often it is sent", async () => {
    const mailbox = createMailbox(folder);
    const once = mail();
    await Promise.all([mailbox.send(once), mailbox.send(once)]);
    await mailbox.send({ ...once, subject: "Again" });
    expect(await mailbox.list()).toMatchObject([{ subject: "Welcome" }]);
    expect((await mailbox.find(once.id))?.links).toEqual([
      "https://shop.example/verify?token=a-b_c",
      "https://shop.example/",
    ]);
  });

  test("keeps the newest 500", async () => {
    const mailbox = createMailbox(folder);
    for (let count = 0; count < 510; count += 1) await mailbox.send(mail({ subject: `${count}` }));
    expect(await readdir(folder)).toHaveLength(500);
    expect((await mailbox.list())[0]?.subject).toBe("509");
  });

  test("takes no id that is a path", async () => {
    await expect(createMailbox(folder).send(mail({ id: "../../x" }))).rejects.toThrow();
    expect(await createMailbox(folder).find("../secret-key")).toBeNull();
  });
});

describe("over HTTP", () => {
  let server: TestServer;
  const evil = mail({
    to: "Eve@example.com",
    subject: "<script>alert(1)</script>",
    html: "<script>alert(1)</script><p>Hello</p>",
  });
  beforeAll(async () => {
    server = await openServer();
    await server.services.mailer.send(mail({ subject: "First" }));
    await server.services.mailer.send(evil);
  });
  afterAll(() => server.close());

  test("tests read what was sent to one address", async () => {
    const read = async (query: string) =>
      told<object[]>(await server.fetch(`/dev/mailbox/messages${query}`));
    const all = await read("");
    expect(all).toHaveLength(2);
    const [first = {}] = await read("?to=lina@example.com");
    expect(Object.keys(first)).toEqual(["id", "to", "subject", "text", "html", "links", "sent_at"]);
    const eve = await read("?to=eve@example.com");
    expect(eve).toHaveLength(1);
  });

  test("people read it as pages without scripts", async () => {
    for (const path of ["/dev/mailbox", `/dev/mailbox/${evil.id}`]) {
      const page = await server.fetch(path);
      expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
      const html = await page.text();
      expect(html).toContain("&lt;script&gt;");
      expect(html).not.toContain("<script");
    }
    expect((await server.fetch("/dev/mailbox/style.css")).headers.get("content-type")).toContain(
      "css",
    );
    expect((await server.fetch("/dev/mailbox/none")).status).toBe(404);
  });

  test("a mail's own HTML runs nothing and fetches nothing", async () => {
    const body = await server.fetch(`/dev/mailbox/${evil.id}/body`);
    const policy = body.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("sandbox");
    expect(policy).not.toContain("allow-scripts");
  });
});
