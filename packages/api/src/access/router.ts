/** Roles, staff and API keys on the wire. */
import * as z from "zod";
import { NoInput } from "../kernel/contract.ts";
import { rest } from "../kernel/rest.ts";
import { customerProcedure, freshStaffProcedure, router, staffProcedure } from "../kernel/trpc.ts";
import {
  ApiKeyPage,
  ApiKeyRef,
  CreateApiKeyInput,
  CreatedApiKey,
  CreateRoleInput,
  GrantRoleInput,
  ListApiKeysInput,
  MyAccess,
  PermissionList,
  Role,
  RoleList,
  RoleRef,
  StaffList,
  StaffMember,
  UpdateRoleInput,
  WithdrawRoleInput,
} from "./contract.ts";
import * as access from "./service/index.ts";

const TAG = "access";

export const accessRouter = router({
  me: customerProcedure
    .meta(rest("GET /v1/access/me/", TAG, "Say what I may do"))
    .input(NoInput)
    .output(MyAccess)
    .query(({ ctx }) => access.myAccess(ctx)),

  permissions: staffProcedure("staff:read")
    .meta(rest("GET /v1/admin/permissions/", TAG, "List all permissions"))
    .input(NoInput)
    .output(PermissionList)
    .query(({ ctx }) => access.listPermissions(ctx)),

  roles: staffProcedure("staff:read")
    .meta(rest("GET /v1/admin/roles/", TAG, "List the store's roles"))
    .input(NoInput)
    .output(RoleList)
    .query(({ ctx }) => access.listRoles(ctx)),

  createRole: freshStaffProcedure("staff:write")
    .meta(
      rest("POST /v1/admin/roles/", TAG, "Make a role", {
        successStatus: 201,
        description: "Of permissions that the caller holds.",
      }),
    )
    .input(CreateRoleInput)
    .output(Role)
    .mutation(({ ctx, input }) => access.createRole(ctx, input)),

  updateRole: freshStaffProcedure("staff:write")
    .meta(
      rest("PATCH /v1/admin/roles/{id}/", TAG, "Change a role", {
        description: "What is left out stays. It holds for its members from their next call on.",
      }),
    )
    .input(UpdateRoleInput)
    .output(Role)
    .mutation(({ ctx, input }) => access.updateRole(ctx, input)),

  deleteRole: freshStaffProcedure("staff:write")
    .meta(
      rest("DELETE /v1/admin/roles/{id}/", TAG, "Delete a role that nobody holds", {
        successStatus: 204,
      }),
    )
    .input(RoleRef)
    .output(z.void())
    .mutation(({ ctx, input }) => access.deleteRole(ctx, input)),

  staff: staffProcedure("staff:read")
    .meta(rest("GET /v1/admin/staff/", TAG, "List who holds a role"))
    .input(NoInput)
    .output(StaffList)
    .query(({ ctx }) => access.listStaff(ctx)),

  grantRole: freshStaffProcedure("staff:write")
    .meta(rest("POST /v1/admin/staff/", TAG, "Give somebody a role", { successStatus: 201 }))
    .input(GrantRoleInput)
    .output(StaffMember)
    .mutation(({ ctx, input }) => access.grantRole(ctx, input)),

  withdrawRole: freshStaffProcedure("staff:write")
    .meta(
      rest("DELETE /v1/admin/staff/{user_id}/roles/{role_id}/", TAG, "Take a role from somebody", {
        successStatus: 204,
        description: "It is refused from their next call on. A store keeps one active owner.",
      }),
    )
    .input(WithdrawRoleInput)
    .output(z.void())
    .mutation(({ ctx, input }) => access.withdrawRole(ctx, input)),

  apiKeys: staffProcedure("api_keys:read")
    .meta(rest("GET /v1/admin/api-keys/", TAG, "List API keys, newest first"))
    .input(ListApiKeysInput)
    .output(ApiKeyPage)
    .query(({ ctx, input }) => access.listApiKeys(ctx, input)),

  createApiKey: freshStaffProcedure("api_keys:write")
    .meta(
      rest("POST /v1/admin/api-keys/", TAG, "Make an API key", {
        successStatus: 201,
        description: "The key is shown this once. It holds permissions that the caller holds.",
      }),
    )
    .input(CreateApiKeyInput)
    .output(CreatedApiKey)
    .mutation(({ ctx, input }) => access.createApiKey(ctx, input)),

  revokeApiKey: staffProcedure("api_keys:write")
    .meta(rest("DELETE /v1/admin/api-keys/{id}/", TAG, "Revoke an API key", { successStatus: 204 }))
    .input(ApiKeyRef)
    .output(z.void())
    .mutation(({ ctx, input }) => access.revokeApiKey(ctx, input)),
});
