/** Groups of customers on the wire, for staff. */
import * as z from "zod";
import { NoInput } from "../../kernel/contract.ts";
import { rest } from "../../kernel/rest.ts";
import { router, staffProcedure } from "../../kernel/trpc.ts";
import {
  AddMembersInput,
  CreateGroupInput,
  CustomerGroup,
  CustomerGroupList,
  GroupRef,
  ListMembersInput,
  MemberPage,
  MemberRef,
  UpdateGroupInput,
} from "./contract.ts";
import * as groups from "./service/index.ts";

const TAG = "users";

export const groupsRouter = router({
  list: staffProcedure("users:read")
    .meta(rest("GET /v1/admin/customer-groups/", TAG, "List the groups of customers by name"))
    .input(NoInput)
    .output(CustomerGroupList)
    .query(({ ctx }) => groups.listGroups(ctx)),

  get: staffProcedure("users:read")
    .meta(rest("GET /v1/admin/customer-groups/{id}/", TAG, "Get a group of customers"))
    .input(GroupRef)
    .output(CustomerGroup)
    .query(({ ctx, input }) => groups.getGroup(ctx, input)),

  create: staffProcedure("users:write")
    .meta(
      rest("POST /v1/admin/customer-groups/", TAG, "Make a group of customers", {
        successStatus: 201,
      }),
    )
    .input(CreateGroupInput)
    .output(CustomerGroup)
    .mutation(({ ctx, input }) => groups.createGroup(ctx, input)),

  update: staffProcedure("users:write")
    .meta(rest("PATCH /v1/admin/customer-groups/{id}/", TAG, "Change a group of customers"))
    .input(UpdateGroupInput)
    .output(CustomerGroup)
    .mutation(({ ctx, input }) => groups.updateGroup(ctx, input)),

  delete: staffProcedure("users:write")
    .meta(
      rest("DELETE /v1/admin/customer-groups/{id}/", TAG, "Delete a group of customers", {
        successStatus: 204,
      }),
    )
    .input(GroupRef)
    .output(z.void())
    .mutation(({ ctx, input }) => groups.deleteGroup(ctx, input)),

  members: staffProcedure("users:read")
    .meta(rest("GET /v1/admin/customer-groups/{id}/members/", TAG, "List who is in a group"))
    .input(ListMembersInput)
    .output(MemberPage)
    .query(({ ctx, input }) => groups.listMembers(ctx, input)),

  addMembers: staffProcedure("users:write")
    .meta(
      rest("POST /v1/admin/customer-groups/{id}/members/", TAG, "Put customers into a group", {
        description: "All of them, or none: an error names each that there is not.",
      }),
    )
    .input(AddMembersInput)
    .output(CustomerGroup)
    .mutation(({ ctx, input }) => groups.addMembers(ctx, input)),

  removeMember: staffProcedure("users:write")
    .meta(
      rest(
        "DELETE /v1/admin/customer-groups/{id}/members/{user_id}/",
        TAG,
        "Take a customer out of a group",
        { successStatus: 204 },
      ),
    )
    .input(MemberRef)
    .output(z.void())
    .mutation(({ ctx, input }) => groups.removeMember(ctx, input)),
});
