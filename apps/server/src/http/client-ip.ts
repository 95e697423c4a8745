/** Who is calling, as limits and audit count it. A header is believed only from a configured proxy. */
import { isIP } from "node:net";

/**
 * The socket's address, or, behind `hops` trusted proxies, the address that the outermost of them saw.
 * IPv4-mapped addresses count as IPv4; a client has a whole IPv6 /64, so that is its name.
 */
export function clientIp(
  socketAddress: string | undefined,
  forwardedFor: string | string[] | undefined,
  hops: number,
): string {
  const direct = canonicalIp(socketAddress ?? "") ?? "unknown";
  if (hops === 0 || forwardedFor === undefined) return direct;
  // Each proxy appends what it saw; anything further left came from the client.
  const seen = [forwardedFor].flat().join(",").split(",");
  const claimed = seen[Math.max(seen.length - hops, 0)] ?? "";
  return canonicalIp(withoutPort(claimed.trim())) ?? direct;
}

const withoutPort = (text: string): string =>
  /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+(?:\.\d+){3}):\d+$/.exec(text)?.[1] ?? text;

/** Null when it is no address. */
export function canonicalIp(text: string): string | null {
  const [address = ""] = text.split("%");
  const version = isIP(address);
  if (version === 0) return null;
  if (version === 4) return address;
  const groups = groupsOf(address);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) {
    const [high = 0, low = 0] = groups.slice(6);
    return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  }
  const loopback = groups.slice(0, 7).every((group) => group === 0) && groups[7] === 1;
  if (loopback) return "::1";
  const prefix = groups.slice(0, 4).map((group) => group.toString(16));
  return `${prefix.join(":")}::/64`;
}

/** The eight 16-bit groups of an address that `isIP` has accepted. */
function groupsOf(address: string): number[] {
  // The URL parser writes the last 32 bits of "::ffff:192.0.2.1" in hexadecimal.
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [left = "", right] = plain.split("::");
  const parse = (part: string): number[] =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
  const head = parse(left);
  const tail = parse(right ?? "");
  const zeros = right === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array<number>(zeros).fill(0), ...tail];
}
