/** A customer's own profile and addresses on the wire. */
import * as z from "zod";
import { NoInput } from "../kernel/contract.ts";
import { rest } from "../kernel/rest.ts";
import { customerProcedure, router, staffProcedure } from "../kernel/trpc.ts";
import {
  Address,
  AddressList,
  AddressRef,
  ConsentState,
  CreateAddressInput,
  ListUsersInput,
  SetConsentInput,
  UpdateAddressInput,
  UpdateProfileInput,
  User,
  UserDetail,
  UserPage,
  UserRef,
} from "./contract.ts";
import { groupsRouter } from "./groups/router.ts";
import * as users from "./service/index.ts";

export const usersRouter = router({
  groups: groupsRouter,

  me: customerProcedure
    .meta(rest("GET /v1/users/me/", "users", "Get my profile"))
    .input(NoInput)
    .output(User)
    .query(({ ctx }) => users.me(ctx)),

  updateMe: customerProcedure
    .meta(rest("PATCH /v1/users/me/", "users", "Change my profile"))
    .input(UpdateProfileInput)
    .output(User)
    .mutation(({ ctx, input }) => users.updateMe(ctx, input)),

  addresses: customerProcedure
    .meta(rest("GET /v1/users/me/addresses/", "users", "List my addresses, defaults first"))
    .input(NoInput)
    .output(AddressList)
    .query(({ ctx }) => users.listAddresses(ctx)),

  getAddress: customerProcedure
    .meta(rest("GET /v1/users/me/addresses/{id}/", "users", "Get one of my addresses"))
    .input(AddressRef)
    .output(Address)
    .query(({ ctx, input }) => users.getAddress(ctx, input)),

  createAddress: customerProcedure
    .meta(rest("POST /v1/users/me/addresses/", "users", "Add an address", { successStatus: 201 }))
    .input(CreateAddressInput)
    .output(Address)
    .mutation(({ ctx, input }) => users.createAddress(ctx, input)),

  updateAddress: customerProcedure
    .meta(rest("PATCH /v1/users/me/addresses/{id}/", "users", "Change one of my addresses"))
    .input(UpdateAddressInput)
    .output(Address)
    .mutation(({ ctx, input }) => users.updateAddress(ctx, input)),

  deleteAddress: customerProcedure
    .meta(
      rest("DELETE /v1/users/me/addresses/{id}/", "users", "Remove one of my addresses", {
        successStatus: 204,
      }),
    )
    .input(AddressRef)
    .output(z.void())
    .mutation(({ ctx, input }) => users.deleteAddress(ctx, input)),

  consents: customerProcedure
    .meta(rest("GET /v1/users/me/consents/", "users", "Get what I allowed, and when"))
    .input(NoInput)
    .output(ConsentState)
    .query(({ ctx }) => users.myConsents(ctx)),

  setConsents: customerProcedure
    .meta(rest("PUT /v1/users/me/consents/", "users", "Allow marketing mails, or take it back"))
    .input(SetConsentInput)
    .output(ConsentState)
    .mutation(({ ctx, input }) => users.setConsents(ctx, input)),

  list: staffProcedure("users:read")
    .meta(rest("GET /v1/admin/users/", "users", "List customers, newest first"))
    .input(ListUsersInput)
    .output(UserPage)
    .query(({ ctx, input }) => users.listUsers(ctx, input)),

  get: staffProcedure("users:read")
    .meta(rest("GET /v1/admin/users/{id}/", "users", "Get a customer"))
    .input(UserRef)
    .output(UserDetail)
    .query(({ ctx, input }) => users.getUser(ctx, input)),
});
