/** People who work in the shop, made so beside the browser. */
import { createHash, randomInt, randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import type { Customer } from "./api.ts";
import type { Shop } from "./test.ts";

/** Of the demo store. */
export const owner: Customer = {
  email: "owner@souk.example",
  password: "souk-demo-2026",
  username: "owner",
  firstName: "Omar",
  access: "",
};

export const newRoleName = (): string => `Role ${randomUUID().slice(0, 8)}`;

/** For calls beside the browser. */
export async function headersOf(shop: Shop, { email, password }: Customer) {
  const { access } = await shop.api.post<{ access: string }>("/api/v1/auth/login/", {
    email,
    password,
  });
  return { Authorization: `Bearer ${access}` };
}

/** A person with a role that permits just this. Those who may do the same share one: a store has few roles. */
export async function newStaff(shop: Shop, permissions: readonly string[]): Promise<Customer> {
  const person = await shop.newCustomer();
  const asOwner = await headersOf(shop, owner);
  const roleId = await roleWith(shop, permissions, asOwner);
  await shop.api.post("/api/v1/admin/staff/", { email: person.email, role_id: roleId }, asOwner);
  return person;
}

interface Role {
  readonly id: string;
  readonly name: string;
}

async function roleWith(
  shop: Shop,
  permissions: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const path = "/api/v1/admin/roles/";
  const names = [...permissions].sort().join();
  const name = `Role ${createHash("sha256").update(names).digest("hex").slice(0, 8)}`;
  const { items } = await shop.api.call<{ items: readonly Role[] }>(path, { headers });
  const role =
    items.find((role) => role.name === name) ??
    (await shop.api.post<Role>(path, { name, permissions }, headers));
  return role.id;
}

/** Who watches the door. */
export const securityStaff = [
  "security:read",
  "security:write",
  "users:read",
  "audit:read",
] as const;

/**
 * Wrong passwords, until the shop has had enough of them. Answers the client that they came from, which
 * has tried nothing before.
 */
export async function lockOut(shop: Shop, { email }: Customer): Promise<string> {
  const client = `10.254.${randomInt(256)}.${randomInt(1, 255)}`;
  await expect
    .poll(async () => {
      const answer = await fetch(`${shop.url}/api/v1/auth/login/`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Forwarded-For": client },
        body: JSON.stringify({ email, password: "not the password" }),
      });
      return answer.status;
    })
    .toBe(429);
  return client;
}

/** What the shop answers their own password. */
export const signsIn = async (shop: Shop, { email, password }: Customer): Promise<number> => {
  const answer = await fetch(`${shop.url}/api/v1/auth/login/`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Forwarded-For": "10.255.0.2" },
    body: JSON.stringify({ email, password }),
  });
  return answer.status;
};
