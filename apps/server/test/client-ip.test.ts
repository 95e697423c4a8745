/** Whom limits and audit count. */
import { expect, test } from "vitest";
import { canonicalIp, clientIp } from "../src/http/client-ip.ts";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::FFFF:c000:0207", "192.0.2.7"],
  ["0:0:0:0:0:ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "::1"],
  ["::", "0:0:0:0::/64"],
  ["192.0.2.256", null],
  ["localhost", null],
  ["", null],
])("%s counts as %s", (text, expected) => {
  expect(canonicalIp(text)).toBe(expected);
});

test("without configured proxies no header is believed", () => {
  expect(clientIp("192.0.2.1", "203.0.113.9", 0)).toBe("192.0.2.1");
});

test("with one proxy, what that proxy saw counts, not what the client claims", () => {
  expect(clientIp("10.0.0.1", "198.51.100.66, 203.0.113.9", 1)).toBe("203.0.113.9");
});

test("with two proxies, what the outer one saw", () => {
  expect(clientIp("10.0.0.1", "6.6.6.6, 203.0.113.9, 10.0.0.2", 2)).toBe("203.0.113.9");
  expect(clientIp("10.0.0.1", ["6.6.6.6, 203.0.113.9", "10.0.0.2"], 2)).toBe("203.0.113.9");
});

test("ports and brackets of proxies are cut off", () => {
  expect(clientIp("10.0.0.1", "203.0.113.9:4711", 1)).toBe("203.0.113.9");
  expect(clientIp("10.0.0.1", "[2001:db8:1:2::9]:443", 1)).toBe("2001:db8:1:2::/64");
});

test("what is no address falls back to the socket", () => {
  expect(clientIp("10.0.0.1", "unknown", 1)).toBe("10.0.0.1");
  expect(clientIp(undefined, undefined, 0)).toBe("unknown");
});
