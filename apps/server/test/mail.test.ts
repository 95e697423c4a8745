/** Mail on its way out: what an SMTP server receives, and what happens while none can be reached. */
import { type AddressInfo, createServer, type Server } from "node:net";
import { authentication, type Mail } from "@souk/api";
import { openTestDatabase } from "@souk/db/testing";
import { afterEach, expect, test } from "vitest";
import { createSmtpMailer } from "../src/adapters/mail/smtp.ts";
import { loadConfig } from "../src/config.ts";
import { openServices } from "../src/services.ts";
import { startWorker } from "../src/worker.ts";

let smtp: Server | undefined;
afterEach(() => {
  smtp?.close();
});

/** A server that takes every mail, and keeps what was said to it. */
async function listenForMail(): Promise<{ url: string; said: () => string }> {
  let said = "";
  smtp = createServer((socket) => {
    socket.write("220 test\r\n");
    let inData = false;
    socket.on("data", (chunk) => {
      const text = chunk.toString();
      said += text;
      if (inData && !text.endsWith("\r\n.\r\n")) return;
      if (inData) socket.write("250 taken\r\n");
      else if (/^DATA/im.test(text)) socket.write("354 go on\r\n");
      else if (/^QUIT/im.test(text)) socket.end("221 bye\r\n");
      else socket.write("250 ok\r\n");
      inData = /^DATA/im.test(text) && !inData;
    });
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => smtp?.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, said: () => said };
}

const mail: Mail = {
  id: "01a20a67-0321-719f-9714-f3d12f1fcabb",
  to: "lina@example.com",
  subject: "Hello",
  text: "Text",
  html: "<p>HTML</p>",
};

test("each attempt at a mail has the same Message-ID", async () => {
  const { url, said } = await listenForMail();
  await createSmtpMailer(url, "Souk <shop@souk.example>").send(mail);
  await createSmtpMailer(url, "Souk <shop@souk.example>").send(mail);
  const ids = said().match(/^Message-ID: .*$/gim);
  expect(ids).toEqual(Array(2).fill(`Message-ID: <${mail.id}@souk.example>`));
});

test("what people typed adds no header and no recipient", async () => {
  const { url, said } = await listenForMail();
  const subject = "Hi\r\nBcc: victim@example.com\r\n\r\nBody";
  await createSmtpMailer(url, "shop@souk.example").send({ ...mail, subject });
  expect(said()).not.toMatch(/^Bcc:/im);
  expect(said().match(/^RCPT TO:.*$/gim)).toEqual(["RCPT TO:<lina@example.com>"]);
});

test("a server that refuses makes the attempt fail", async () => {
  const mailer = createSmtpMailer("smtp://127.0.0.1:1", "shop@souk.example");
  await expect(mailer.send(mail)).rejects.toThrow();
});

test("a mail that could not leave is tried again, and the server lives on", async () => {
  const database = await openTestDatabase("sqlite", { sqlite: "file" });
  const sent: Mail[] = [];
  let failures = 0;
  const services = await openServices(
    loadConfig({ SOUK_ENV: "testing", DATABASE_URL: database.url, SECRET_KEY: "k".repeat(32) }),
    {
      mailer: {
        send: async (one) => {
          failures += 1;
          if (failures === 1) throw new Error("the mail server is away");
          sent.push(one);
        },
      },
    },
  );
  await authentication.register(services.systemContext(), {
    email: "lina@example.com",
    username: "lina",
    password: "SecurePass123",
    password_confirm: "SecurePass123",
    first_name: "Lina",
    last_name: "User",
    marketing_consent: false,
  });
  const worker = startWorker(services);
  await expect.poll(() => sent.length, { timeout: 10_000 }).toBe(1);
  expect(sent[0]?.to).toBe("lina@example.com");
  expect(failures).toBe(2);
  await worker.stop();
  await services.close();
  await database.close();
});
