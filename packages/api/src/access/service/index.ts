/** Who may do what: roles, the staff who hold them, and keys for programs. */
export { createApiKey, listApiKeys, MAX_ACTIVE_KEYS, revokeApiKey } from "./api-keys.ts";
export { ensureRoles } from "./ensure-roles.ts";
export { grantRole, withdrawRole } from "./grants.ts";
export { KEY_CALLS_A_MINUTE, KEY_PREFIX, useKey } from "./key-use.ts";
export { assertMayManage, assertNotLastOwner, type HeldRole, rolesOf } from "./members.ts";
export { listPermissions, myAccess } from "./my-access.ts";
export { activeOwners, appoint, type StaffAccount } from "./owners.ts";
export { exportPerson, forgetMaker } from "./privacy.ts";
export { createRole, deleteRole, listRoles, updateRole } from "./roles.ts";
export { listStaff } from "./staff.ts";
export { type Standing, standingOf } from "./standing.ts";
