/** Permissions that an operation needs only for some of what it is given. */
import type { Context } from "./context.ts";
import { DomainError } from "./errors.ts";
import type { Permission } from "./permissions.ts";

/** Throws `permission_missing`. What the shop does by itself needs none. */
export function refuseWithout({ actor }: Context, permission: Permission): void {
  if (actor.kind !== "customer" && actor.kind !== "api_key") return;
  if (actor.permissions.has(permission)) return;
  const message = `This needs the permission ${permission}.`;
  throw new DomainError("forbidden", "permission_missing", message);
}
