/** Groups of customers who are treated alike, on the wire. */
import * as z from "zod";
import { Id, OptionalText, PageInput, pageOf, Text, Timestamp } from "../../kernel/contract.ts";

/** Groups of one store. */
export const MAX_GROUPS = 100;
/** Customers added or removed in one call. */
export const MAX_MEMBERS_A_CALL = 100;

export const CustomerGroup = z
  .object({
    id: Id,
    name: z.string(),
    description: z.string(),
    member_count: z.int(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({ id: "CustomerGroup" });
export type CustomerGroup = z.infer<typeof CustomerGroup>;

export const CustomerGroupList = z.object({ items: z.array(CustomerGroup) });
export type CustomerGroupList = z.infer<typeof CustomerGroupList>;

export const GroupRef = z.strictObject({ id: Id });
export type GroupRef = z.infer<typeof GroupRef>;

export const CreateGroupInput = z.strictObject({
  name: Text(80),
  description: OptionalText(500).default(""),
});
export type CreateGroupInput = z.infer<typeof CreateGroupInput>;

export const UpdateGroupInput = z.strictObject({
  id: Id,
  name: Text(80).optional(),
  description: OptionalText(500).optional(),
});
export type UpdateGroupInput = z.infer<typeof UpdateGroupInput>;

export const GroupMember = z
  .object({
    user_id: Id,
    email: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    since: Timestamp,
  })
  .meta({ id: "CustomerGroupMember" });
export type GroupMember = z.infer<typeof GroupMember>;

export const ListMembersInput = z.strictObject({ id: Id, ...PageInput.shape });
export type ListMembersInput = z.infer<typeof ListMembersInput>;

export const MemberPage = pageOf(GroupMember);
export type MemberPage = z.infer<typeof MemberPage>;

export const AddMembersInput = z.strictObject({
  id: Id,
  user_ids: z
    .array(Id)
    .min(1, "Name at least one customer.")
    .max(MAX_MEMBERS_A_CALL, `Use at most ${MAX_MEMBERS_A_CALL} customers.`),
});
export type AddMembersInput = z.infer<typeof AddMembersInput>;

export const MemberRef = z.strictObject({ id: Id, user_id: Id });
export type MemberRef = z.infer<typeof MemberRef>;
