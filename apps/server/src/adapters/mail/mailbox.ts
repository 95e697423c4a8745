/** Mail for development and tests: each one a file that people and tests can read, none sent. */
import { randomUUID } from "node:crypto";
import { link, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Mail, Mailer } from "@souk/api";
import type { Config } from "../../config.ts";

export interface KeptMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Every address in the text, in its order. */
  readonly links: readonly string[];
  readonly sent_at: string;
}

export interface Mailbox extends Mailer {
  /** Newest first; only those to one address when it is given. */
  list(to?: string): Promise<readonly KeptMail[]>;
  find(id: string): Promise<KeptMail | null>;
}

export const mailboxFolder = (config: Config): string => join(config.dataFolder, "mailbox");

const KEPT = 500;
const SAFE_ID = /^[A-Za-z0-9_-]{1,100}$/;

export function createMailbox(folder: string): Mailbox {
  const fileOf = (id: string): string => join(folder, `${id}.json`);
  return {
    async send(mail) {
      if (!SAFE_ID.test(mail.id)) throw new Error(`${mail.id} is no name for a file`);
      await mkdir(folder, { recursive: true });
      // Under another name first: a reader never meets half a mail, and of two senders one wins.
      const draft = join(folder, `.${randomUUID()}`);
      await writeFile(draft, JSON.stringify(keptForm(mail, new Date()), null, 2));
      try {
        await link(draft, fileOf(mail.id));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      } finally {
        await rm(draft);
      }
      await forgetOldest(folder);
    },
    async list(to) {
      const mails = await Promise.all(
        (await names(folder)).map((name) => readMail(join(folder, name))),
      );
      return mails
        .filter((mail) => mail !== null)
        .filter((mail) => to === undefined || mail.to.toLowerCase() === to.toLowerCase())
        .sort((a, b) => b.sent_at.localeCompare(a.sent_at) || b.id.localeCompare(a.id));
    },
    async find(id) {
      return SAFE_ID.test(id) ? readMail(fileOf(id)) : null;
    },
  };
}

const keptForm = ({ id, to, subject, text, html }: Mail, at: Date): KeptMail => ({
  id,
  to,
  subject,
  text,
  html,
  links: text.match(/https?:\/\/[^\s<>"')]+/g) ?? [],
  sent_at: at.toISOString(),
});

async function readMail(file: string): Promise<KeptMail | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as KeptMail;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function names(folder: string): Promise<string[]> {
  try {
    const all = await readdir(folder);
    return all.filter((name) => name.endsWith(".json") && !name.startsWith("."));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Names are UUIDv7, so the order of names is the order of time. */
async function forgetOldest(folder: string): Promise<void> {
  const kept = (await names(folder)).sort();
  await Promise.all(kept.slice(0, -KEPT).map((name) => rm(join(folder, name), { force: true })));
}
