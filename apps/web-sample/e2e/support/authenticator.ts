/** What shows that somebody is who they say: an app that makes codes, and a device with passkeys. */
import { createHmac } from "node:crypto";
import type { CDPSession, Page } from "@playwright/test";

const STEP_MS = 30_000;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function keyOf(secret: string): Buffer {
  const bits = [...secret.replaceAll(/\s/g, "")]
    .map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** RFC 6238, as the app shows it now, or `aside` steps of half a minute before or after. */
export function codeOf(secret: string, aside = 0): string {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MS) + aside));
  const mac = createHmac("sha1", keyOf(secret)).update(step).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, "0");
}

export interface Authenticator {
  /** Whether the fingerprint is the right one, from now on. */
  recognise(person: boolean): Promise<void>;
}

/** Chromium's own: it stores passkeys like a phone, and nobody has to touch it. */
export async function plugIn(page: Page): Promise<Authenticator> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    recognise: async (person) => {
      await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: person });
    },
  };
}
