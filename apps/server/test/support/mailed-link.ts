/** The newest link that a mail of the development mailbox brought to an address. */
import { expect } from "vitest";

export async function mailedLink(serverUrl: string, to: string): Promise<string> {
  const address = `${serverUrl}/dev/mailbox/messages?to=${encodeURIComponent(to)}`;
  const links = async (): Promise<string[]> => {
    const mails = (await (await fetch(address)).json()) as { links: string[] }[];
    return mails.flatMap((mail) => mail.links);
  };
  await expect.poll(async () => (await links()).length, { timeout: 5000 }).toBeGreaterThan(0);
  const [link = ""] = await links();
  return link;
}

export const tokenIn = (link: string): string =>
  decodeURIComponent(new URL(link).pathname.split("/").filter(Boolean).at(-1) ?? "");
