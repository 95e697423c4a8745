/** Mail by SMTP. What people typed cannot add a header, and no server can hold us for long. */
import type { Mailer } from "@souk/api";
import { createTransport } from "nodemailer";

const TIMEOUTS_MS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

export function createSmtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, pool: true, maxConnections: 3, ...TIMEOUTS_MS });
  const domain = /@([^\s@<>]+)>?$/.exec(from)?.[1] ?? "localhost";
  return {
    async send(mail) {
      await transport.sendMail({
        from,
        to: { name: "", address: oneLine(mail.to) },
        subject: oneLine(mail.subject),
        text: mail.text,
        html: mail.html,
        // The same for each attempt: receiving servers drop repeats by it.
        messageId: `<${oneLine(mail.id)}@${domain}>`,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
  };
}

const oneLine = (text: string): string => text.replace(/[\r\n\0]+/g, " ").trim();
