/** Who may do what, on the wire: the permission catalogue, roles, staff, API keys. */
import * as z from "zod";
import { Id, OptionalText, PageInput, pageOf, Text, Timestamp } from "../kernel/contract.ts";
import { permissions } from "../kernel/permissions.ts";

export { impliedBy } from "../kernel/permissions.ts";

export const PermissionName = z.enum(permissions).meta({ id: "PermissionName" });
export type PermissionName = z.infer<typeof PermissionName>;

export const PermissionInfo = z
  .object({
    name: PermissionName,
    description: z.string(),
    for_api_keys: z.boolean().describe("Whether an API key may hold it"),
    held: z.boolean().describe("The caller holds it, and so may grant it"),
  })
  .meta({ id: "PermissionInfo" });
export type PermissionInfo = z.infer<typeof PermissionInfo>;

export const PermissionList = z.object({ items: z.array(PermissionInfo) });
export type PermissionList = z.infer<typeof PermissionList>;

/** What the caller may do: for screens, to hide what would be refused. */
export const MyAccess = z
  .object({
    permissions: z.array(PermissionName),
    roles: z.array(z.object({ slug: z.string(), name: z.string() })),
    lacks_second_factor: z
      .boolean()
      .describe("The store asks its staff for a second factor, and the caller has none"),
  })
  .meta({ id: "MyAccess" });
export type MyAccess = z.infer<typeof MyAccess>;

export const Role = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    permissions: z.array(PermissionName).describe("With what they bring along"),
    is_owner: z.boolean().describe("Holds everything, and cannot be changed"),
    members: z.int(),
  })
  .meta({ id: "Role" });
export type Role = z.infer<typeof Role>;

export const RoleList = z.object({ items: z.array(Role) });
export type RoleList = z.infer<typeof RoleList>;

export const RoleRef = z.strictObject({ id: Id });
export type RoleRef = z.infer<typeof RoleRef>;

/** Roles of one store. */
export const MAX_ROLES = 50;

export const CreateRoleInput = z.strictObject({
  name: Text(60),
  description: OptionalText(200).default(""),
  permissions: z.array(PermissionName).max(permissions.length),
});
export type CreateRoleInput = z.infer<typeof CreateRoleInput>;

export const UpdateRoleInput = z.strictObject({
  id: Id,
  name: Text(60).optional(),
  description: OptionalText(200).optional(),
  permissions: z.array(PermissionName).max(permissions.length).optional(),
});
export type UpdateRoleInput = z.infer<typeof UpdateRoleInput>;

export const StaffMember = z
  .object({
    user_id: Id,
    email: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    is_active: z.boolean(),
    has_second_factor: z.boolean(),
    roles: z.array(z.object({ id: Id, slug: z.string(), name: z.string(), granted_at: Timestamp })),
  })
  .meta({ id: "StaffMember" });
export type StaffMember = z.infer<typeof StaffMember>;

export const StaffList = z.object({ items: z.array(StaffMember) });
export type StaffList = z.infer<typeof StaffList>;

export const GrantRoleInput = z.strictObject({
  email: z
    .string()
    .trim()
    .min(1, "This field may not be blank.")
    .max(254)
    .describe("Of somebody who has a verified account"),
  role_id: Id,
});
export type GrantRoleInput = z.infer<typeof GrantRoleInput>;

export const WithdrawRoleInput = z.strictObject({ user_id: Id, role_id: Id });
export type WithdrawRoleInput = z.infer<typeof WithdrawRoleInput>;

export const ApiKey = z
  .object({
    id: Id,
    name: z.string(),
    prefix: z.string().describe("How the key begins"),
    permissions: z.array(PermissionName),
    status: z.enum(["active", "expired", "revoked"]),
    created_at: Timestamp,
    created_by: z
      .string()
      .nullable()
      .describe("The address of who made it; null when they are gone"),
    expires_at: Timestamp.nullable(),
    revoked_at: Timestamp.nullable(),
    last_used_at: Timestamp.nullable(),
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.infer<typeof ApiKey>;

export const ListApiKeysInput = z.strictObject({ ...PageInput.shape });
export type ListApiKeysInput = z.infer<typeof ListApiKeysInput>;

export const ApiKeyPage = pageOf(ApiKey);
export type ApiKeyPage = z.infer<typeof ApiKeyPage>;

export const CreateApiKeyInput = z.strictObject({
  name: Text(60),
  permissions: z.array(PermissionName).min(1, "Choose at least one.").max(permissions.length),
  expires_at: Timestamp.nullable().default(null).describe("Null: when it is revoked"),
});
export type CreateApiKeyInput = z.infer<typeof CreateApiKeyInput>;

export const CreatedApiKey = z
  .object({ ...ApiKey.shape, key: z.string().describe("The whole key. It is shown this once.") })
  .meta({ id: "CreatedApiKey" });
export type CreatedApiKey = z.infer<typeof CreatedApiKey>;

export const ApiKeyRef = z.strictObject({ id: Id });
export type ApiKeyRef = z.infer<typeof ApiKeyRef>;
