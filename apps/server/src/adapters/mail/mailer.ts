/** Which mailer the settings ask for. */
import type { Mailer } from "@souk/api";
import type { Config } from "../../config.ts";
import type { Logger } from "../../log.ts";
import { createMailbox, mailboxFolder } from "./mailbox.ts";
import { createSmtpMailer } from "./smtp.ts";

export function mailerOf(config: Config, log: Logger): Mailer {
  const { mail } = config;
  if (mail.kind === "smtp") return createSmtpMailer(mail.url, mail.from);
  if (mail.kind === "mailbox") return createMailbox(mailboxFolder(config));
  return {
    send: async ({ id, subject }) => {
      log.warn({ mail: id, subject }, "mail is disabled: not sent");
    },
  };
}
