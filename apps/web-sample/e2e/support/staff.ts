/** People who work in the shop, made so beside the browser. */
import { randomInt, randomUUID } from "node:crypto";
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

/** A person with a role of their own that permits just this. */
export async function newStaff(shop: Shop, permissions: readonly string[]): Promise<Customer> {
  const person = await shop.newCustomer();
  const asOwner = await headersOf(shop, owner);
  const role = await shop.api.post<{ id: string }>(
    "/api/v1/admin/roles/",
    { name: newRoleName(), permissions },
    asOwner,
  );
  await shop.api.post("/api/v1/admin/staff/", { email: person.email, role_id: role.id }, asOwner);
  return person;
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
