/** People who work in the shop, made so beside the browser. */
import { randomUUID } from "node:crypto";
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

async function headersOf(shop: Shop, { email, password }: Customer) {
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
