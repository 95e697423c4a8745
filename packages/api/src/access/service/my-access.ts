/** What the caller may do, and what there is to be allowed. */
import type { Context, Customer, Staff } from "../../kernel/context.ts";
import { permissionCatalogue, permissions } from "../../kernel/permissions.ts";
import type { MyAccess, PermissionList } from "../contract.ts";
import { rolesOf } from "./members.ts";

export async function myAccess(ctx: Context<Customer>): Promise<MyAccess> {
  const { actor } = ctx;
  const roles = await rolesOf(ctx, actor.userId);
  return {
    permissions: permissions.filter((name) => actor.permissions.has(name)),
    roles: roles.map(({ slug, name }) => ({ slug, name })),
    lacks_second_factor: actor.lacksSecondFactor,
  };
}

export const listPermissions = ({ actor }: Context<Staff>): PermissionList => ({
  items: permissions.map((name) => {
    const { description, forApiKeys } = permissionCatalogue[name];
    return { name, description, for_api_keys: forApiKeys, held: actor.permissions.has(name) };
  }),
});
