/** Whom a limit counts: one client, however many addresses it may use. */
import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import type { Context } from "./context.ts";

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** An IPv6 subscriber has a /64 for themselves; an IPv4 address written as IPv6 is that address. */
export function clientOf(ip: string): string {
  const [, mapped] = MAPPED.exec(ip) ?? [];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(ip)) return ip;
  return `${groupsOf(ip).slice(0, 4).join(":")}::/64`;
}

/** What may stay of a client after a person was erased: it tells that clients are one, and not which. */
export function pseudonymOf({ ports }: Context, client: string): string {
  const [{ bytes }] = ports.secrets.links;
  const digest = createHmac("sha256", bytes).update(`client:${client}`).digest("base64url");
  return `erased:${digest}`;
}

/** The first groups, without leading zeros. Whatever follows a `::` is filled up from the right. */
function groupsOf(ip: string): string[] {
  const [address = ""] = ip.toLowerCase().split("%");
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  if (tail === undefined) return left.map(plain);
  const right = tail === "" ? [] : tail.split(":");
  // A dotted IPv4 address at the end stands for two groups.
  const width = right.length + (tail.includes(".") ? 1 : 0);
  const zeros = Array<string>(Math.max(8 - left.length - width, 0)).fill("0");
  return [...left, ...zeros, ...right].map(plain);
}

const plain = (group: string): string => group.replace(/^0+(?=.)/, "");
